import { foundFrom, mergeFound } from '../draft/found-meta.ts';
import type { StructureRule } from './structure-rule.ts';

const DATELINE =
  /^(?<place>\p{Lu}[\p{Lu}\p{M}.'’ -]{2,40}(?:, \p{Lu}[\p{L}.]{1,20}){0,2}?)(?:, (?:\p{Lu}\p{L}{2,8}\.? \d{1,2}|\d{1,2} \p{L}{3,9}))?\s*\((?<agency>[^()]{2,30})\)\s*[-–—]+\s+/u;

/**
 * Reads "MEXICO CITY (AP) — " at the start of the body. The text keeps it: it is part of the
 * sentence, and readers of a translation want it too. Without a known agency nothing is certain.
 */
export const dateline: StructureRule = {
  name: 'dateline',
  description: 'Reads the place and agency that open an agency report',
  apply: (draft, { agencies }) => {
    const first = draft.nodes.find((node) => node.type === 'leaf' && node.shape.type === 'paragraph');
    const match = first?.type === 'leaf' ? DATELINE.exec(first.block.text) : null;
    const place = match?.groups?.['place']?.trim();
    const agency = agencies.find(match?.groups?.['agency'] ?? '');
    if (place === undefined || agency === undefined) {
      return draft;
    }
    return {
      ...draft,
      found: mergeFound(
        draft.found,
        foundFrom({ dateline: place, agency }, { from: 'pattern', confidence: 0.8 }),
      ),
    };
  },
};
