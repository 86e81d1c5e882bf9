import type { Heading, PhrasingContent, Root } from 'mdast';
import type { Document } from '../../shared/document/document.ts';
import type { EntityOverlay } from '../../shared/document/entity-mention.ts';
import { directionOf, isLocale } from '../../shared/document/locale.ts';
import { rebuildMdast } from '../../shared/document/rebuild-mdast.ts';
import type { Segment } from '../../shared/document/segment.ts';
import { asidesOf } from './asides-of.ts';
import { cleanMdast } from './clean-mdast.ts';
import type { Fallback } from './fallback.ts';
import type { FilledSegment } from './fill-targets.ts';
import { gatherOmissions } from './gather-omissions.ts';
import type { LocaleKit } from './locale-kit.ts';
import { markTimes, timesBySegment } from './mark-times.ts';
import { OMISSION_MARK } from './omission-node.ts';
import { type Addition, withAdditions } from './source-forms/addition.ts';
import type { SourceRunNode } from './source-run-node.ts';

/** The article's content in the locale, ready for every serializer. */
export interface ArticleTree {
  /** Absent for an article without one. */
  readonly headline: PhrasingContent[] | undefined;
  /** Everything but the headline. */
  readonly body: Root;
}

/** What targets are put in place by. */
export interface BuildContext {
  /** What stands before each segment in the locale. */
  readonly joins: ReadonlyMap<string, string>;
  readonly kit: LocaleKit;
  readonly overlay: EntityOverlay;
  readonly fallback: Fallback;
  /** Words that the house style adds, by segment id. */
  readonly additions: ReadonlyMap<string, readonly Addition[]>;
  /** Whether each target says where it came from. */
  readonly showOrigins: boolean;
}

/**
 * Puts targets in place of the segment references, set in the locale's house style; source text that
 * stands in is enclosed in `sourceRun` nodes and left as it is. URLs of schemes that an article has
 * no use for, and characters that turn the direction of what follows, are gone.
 */
export function buildMdast(
  document: Document,
  filled: readonly FilledSegment[],
  { joins, kit, overlay, fallback, additions, showOrigins }: BuildContext,
): ArticleTree {
  const served = new Map(filled.map((entry) => [entry.segment.id, entry]));
  const times = timesBySegment(overlay);
  const asides = asidesOf(document);
  const root = rebuildMdast(document, {
    joinOf: (segment) => joins.get(segment.id) ?? segment.joinBefore,
    contentOf: (segment) => {
      const { target, isOmitted } = served.get(segment.id) ?? {};
      if (isOmitted === true) {
        return NOTHING;
      }
      return target !== undefined && asides.has(segment.blockId)
        ? { ...target, text: kit.typeset.text(target.text) }
        : target === undefined
          ? segment
          : markTimes(target, times.get(segment.id) ?? [], kit);
    },
    enclose: (segment, content) => {
      const entry = served.get(segment.id);
      const { target, isOmitted } = entry ?? {};
      if (isOmitted === true) {
        return [{ type: 'omission', value: OMISSION_MARK }];
      }
      if (entry === undefined || target === undefined) {
        return [sourceRun(segment, document, content)];
      }
      const shown = withAdditions(content, additions.get(segment.id) ?? []);
      const { origin, review } = entry;
      return showOrigins ? [{ type: 'targetRun', origin, review, children: shown }] : shown;
    },
  });
  cleanMdast(root);
  gatherOmissions(root);
  kit.typeset.tree(root);
  return takeHeadline(root, document, fallback);
}

const NOTHING = { text: '', codes: [] } as const;

function sourceRun(segment: Segment, document: Document, children: PhrasingContent[]): SourceRunNode {
  const locale = isLocale(segment.locale) ? segment.locale : document.sourceLocale;
  return { type: 'sourceRun', locale, direction: directionOf(locale), children };
}

/** A headline that came as metadata only has no segment: it is shown as it was submitted, or left out. */
function takeHeadline(root: Root, document: Document, fallback: Fallback): ArticleTree {
  const heading = root.children.find(
    (node): node is Heading => node.type === 'heading' && node.data?.role === 'headline',
  );
  const body: Root = { type: 'root', children: root.children.filter((node) => node !== heading) };
  if (heading !== undefined || document.meta.headline === undefined || fallback === 'omit') {
    return { headline: heading?.children, body };
  }
  const { sourceLocale: locale } = document;
  const children: PhrasingContent[] = [{ type: 'text', value: document.meta.headline }];
  return { headline: [{ type: 'sourceRun', locale, direction: directionOf(locale), children }], body };
}
