import type { Locale } from '../../../shared/document/locale.ts';
import type { LookupRequest, TranslationMemory } from '../../../shared/memory/memory.ts';
import type { PreviousSegment } from '../../../shared/memory/previous-version.ts';

/** How units are looked up; the queries are of this module's making. */
type ServedRequest = Omit<LookupRequest, 'queries' | 'sourceLocale' | 'enough'>;

/** An old sentence that came from the memory, in its language. */
interface FromMemory {
  readonly old: PreviousSegment;
  readonly sourceLocale: Locale;
}

/**
 * Tells which of these old sentences the memory still has the unit of: what was removed from it, or is in
 * quarantine since, must not come back by way of a version that was made before.
 */
export async function stillServed(
  memory: Pick<TranslationMemory, 'lookup'>,
  sentences: readonly FromMemory[],
  request: ServedRequest,
): Promise<ReadonlySet<PreviousSegment>> {
  const served = new Set<PreviousSegment>();
  for (const sourceLocale of new Set(sentences.map((each) => each.sourceLocale))) {
    const asked = sentences.filter((each) => each.sourceLocale === sourceLocale).map(({ old }) => old);
    const queries = asked.map(({ source }) => ({ source }));
    const lists = await memory.lookup({ ...request, sourceLocale, queries });
    asked.forEach((old, at) => {
      if (lists[at]?.some(({ unitId }) => unitId === old.unitId) === true) {
        served.add(old);
      }
    });
  }
  return served;
}
