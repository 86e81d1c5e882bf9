import type { SourceReview } from '../../../shared/document/source-review.ts';
import type { Draft } from '../draft/draft.ts';
import { keepTexts, trimKept } from './keep-texts.ts';
import { keyRepairs, type PlacedRepair } from './key-repairs.ts';

/** Repairs may come up only once others are taken back; whoever takes those back too gets this deep. */
const MAX_ROUNDS = 10;

/** How a draft is repaired around what people took back. */
export type RepairDraft = (draft: Draft, undone: readonly PlacedRepair[]) => Draft;

/**
 * Repairs a draft but for what a review takes back, and gives each repair its key. Repairs are found
 * by a first round in which all of them are made; the next ones leave their places alone.
 */
export function undoRepairs(
  draft: Draft,
  { undone: keys }: SourceReview,
  { repair, rules }: { readonly repair: RepairDraft; readonly rules: ReadonlySet<string> },
): Draft {
  const wanted = new Set(keys);
  let undone: readonly PlacedRepair[] = [];
  for (let round = 0; ; round += 1) {
    const keyed = keyRepairs(trimKept(repair(keepTexts(draft, undone), undone)), rules);
    const known = new Set(undone.map((place) => place.repair.key));
    const found = keyed.placed.filter(({ repair: { key } }) => wanted.has(key) && !known.has(key));
    if (found.length === 0 || round === MAX_ROUNDS) {
      return keyed.draft;
    }
    undone = [...undone, ...found];
  }
}
