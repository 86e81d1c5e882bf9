import { foundFrom, mergeFound } from '../draft/found-meta.ts';
import type { StructureRule } from './structure-rule.ts';

const PLACE = String.raw`(?<place>[\p{Lu}\p{Lo}][\p{L}\p{M}.'’ -]{1,40}(?:, \p{Lu}[\p{L}.]{1,20}){0,2}?)`;
const DAY = String.raw`(?:,? (?:(?:le|el|il|em) )?(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2}\.? (?:de )?\p{L}{3,9}\.?))?`;

/** "MEXICO CITY (AP) — ", "Berlin (dpa) - ", "Madrid, 3 may (EFE).- " */
const BY_AGENCY = new RegExp(
  `^${PLACE}${DAY}[,،]?\\s*[(（](?<agency>[^()（）]{2,30})[)）]\\s*\\.?\\s*[-–—:]+\\s*`,
  'u',
);
/** "SAVANNAH, Ga. — ": in capitals, with its state or country. */
const IN_CAPITALS = /^(?<place>\p{Lu}[\p{Lu}.'’ -]{2,40}, \p{Lu}\p{Ll}[\p{L}. ]{0,20}?) [–—] /u;
/** "新华社北京4月12日电": of the agency that writes so. */
const XINHUA = /^(?<agency>新华社)(?<place>\p{Script=Han}{2,8}?)\d{1,2}月\d{1,2}日(?:\p{Script=Han}{0,4})电/u;

/**
 * Reads "MEXICO CITY (AP) — " and its like at the start of the body. The text keeps it: it is part of
 * the sentence, and readers of a translation want it too. A place in small letters is certain only
 * with a known agency.
 */
export const dateline: StructureRule = {
  name: 'dateline',
  description: 'Reads the place and agency that open an agency report',
  apply: (draft, { agencies }) => {
    const first = draft.nodes.find((node) => node.type === 'leaf' && node.shape.type === 'paragraph');
    const text = first?.type === 'leaf' ? first.block.text : '';
    const match = BY_AGENCY.exec(text) ?? XINHUA.exec(text);
    const agency = agencies.find(match?.groups?.['agency'] ?? '');
    const place = (agency === undefined ? IN_CAPITALS.exec(text) : match)?.groups?.['place']?.trim();
    if (place === undefined) {
      return draft;
    }
    const confidence = agency === undefined ? 0.7 : 0.8;
    return {
      ...draft,
      found: mergeFound(draft.found, foundFrom({ dateline: place, agency }, { from: 'pattern', confidence })),
    };
  },
};
