import type { EntityFix } from '../../../shared/document/entity-fix.ts';
import { type GazetteerEntry, mergeEntries } from '../../../shared/document/gazetteer-entry.ts';

/** A fix with what the gazetteers know of its link. */
export interface SettledFix {
  readonly fix: EntityFix;
  /** Absent where it names no link, or one that no gazetteer has. */
  readonly entry?: GazetteerEntry | undefined;
}

/** Looks up an entry by its id: what ships, joined with what the imported lists say of it. */
export type FindEntry = (id: string) => Promise<GazetteerEntry | undefined>;

/** Looks up what the fixes of an article link to. */
export async function settleFixes(
  fixes: readonly EntityFix[],
  findEntry: FindEntry,
): Promise<readonly SettledFix[]> {
  return Promise.all(
    fixes.map(async (fix) => {
      const link = fix.verdict.kind === 'mention' ? fix.verdict.link : undefined;
      return { fix, entry: link === undefined || link === 'none' ? undefined : await findEntry(link) };
    }),
  );
}

/** Makes the look-up of what ships and of what `imported` answers for an id, the highest list last. */
export function entryFinder(
  shipped: readonly GazetteerEntry[],
  imported: (id: string) => Promise<readonly GazetteerEntry[]>,
): FindEntry {
  const byId = new Map(shipped.map((entry) => [entry.id, entry]));
  return async (id) => {
    const own = byId.get(id);
    const all = [...(own === undefined ? [] : [own]), ...(await imported(id))];
    const [first, ...others] = all;
    return first && others.reduce(mergeEntries, first);
  };
}
