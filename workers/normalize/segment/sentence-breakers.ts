import { compileSegmentation } from './segmentation-rules.ts';
import { SegmentationTable } from './segmentation-table.ts';
import { createSentenceBreaker, type SentenceBreaker } from './sentence-breaks.ts';

/** The table that counts for every language. */
const COMMON = 'common';

/**
 * Compiles the tables by language, each when it is first asked for. Languages without a table are cut
 * by the common one.
 */
export function createSentenceBreakers(
  tables: ReadonlyMap<string, SegmentationTable>,
): (language: string) => SentenceBreaker {
  const none = SegmentationTable.parse({});
  const common = tables.get(COMMON) ?? none;
  const breakers = new Map<string, SentenceBreaker>();
  return (language) => {
    const own = tables.has(language) ? language : COMMON;
    const breaker =
      breakers.get(own) ?? createSentenceBreaker(compileSegmentation(tables.get(own) ?? none, common));
    breakers.set(own, breaker);
    return breaker;
  };
}
