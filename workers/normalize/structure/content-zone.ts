import type { DraftNode } from '../draft/draft.ts';
import { commentsStart } from './comments-start.ts';
import { findZone, type Unit, unitsOf } from './find-zone.ts';
import { removeNodes } from './remove-nodes.ts';
import type { StructureRule } from './structure-rule.ts';

const RULE = 'content-zone';
const CONFIDENCE = 0.85;

/**
 * Converters that know nothing of articles write the whole page: navigation, notices, the article,
 * comments, the footer. Where that is evident, all but the article goes.
 */
export const contentZone: StructureRule = {
  name: RULE,
  description: 'Removes the navigation, comments and footer of a page that came whole',
  apply: (draft, { boilerplate }) => {
    const units = unitsOf(draft.nodes, boilerplate);
    const zone = findZone(units);
    if (zone === undefined) {
      return draft;
    }
    const end = commentsStart(units, zone, boilerplate) ?? zone.end;
    const body = units.slice(zone.start, end);
    const clutter = clutterBelowHeadline(body);
    const before = removeNodes([...draft.nodes.slice(0, zone.start), ...clutter], RULE, CONFIDENCE);
    const after = removeNodes(draft.nodes.slice(end), RULE, CONFIDENCE);
    return {
      ...draft,
      nodes: withHeadline([
        ...before.kept,
        ...body.map(({ node }) => node).filter((node) => !clutter.has(node)),
        ...after.kept,
      ]),
      removed: [...draft.removed, ...before.removed, ...after.removed],
    };
  },
};

/** Menus and share bars between the headline and the first paragraph of text. */
function clutterBelowHeadline(body: readonly Unit[]): ReadonlySet<DraftNode> {
  const first = body.findIndex(({ facts }) => facts.some(({ is }) => is === 'prose'));
  const lead = body.slice(1, Math.max(1, first));
  return new Set(
    lead
      .filter(({ facts }) => facts.length > 0 && facts.every(({ is }) => is === 'chrome' || is === 'empty'))
      .map(({ node }) => node),
  );
}

/** A first heading of depth 1 is the headline, as it is where an article came alone. */
function withHeadline(nodes: readonly DraftNode[]): readonly DraftNode[] {
  const first = nodes[0];
  const isHeadline = first?.type === 'leaf' && first.shape.type === 'heading' && first.shape.depth === 1;
  return isHeadline
    ? [
        {
          ...first,
          shape: { type: 'heading', depth: 1, role: 'headline' },
          block: { ...first.block, kind: 'headline' },
        },
        ...nodes.slice(1),
      ]
    : nodes;
}
