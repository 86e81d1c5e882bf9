import { type SrxFile, srxRulesOf } from '../../../shared/exchange/srx/read-srx.ts';
import { compileSegmentation } from './segmentation-rules.ts';
import { SegmentationTable } from './segmentation-table.ts';
import { createSentenceBreaker, type SentenceBreaker } from './sentence-breaks.ts';
import { createSrxBreaker, type SrxMode } from './srx-breaks.ts';

/** SRX files in the order in which their rules count. */
interface SrxRules {
  readonly files: readonly SrxFile[];
  readonly mode: SrxMode;
}

/** The table that counts for every language. */
const COMMON = 'common';

/** Languages that share the abbreviations of another one. */
const SHARED: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', hr: 'sr', bs: 'sr' };

/**
 * Compiles what cuts text of a locale, each when it is first asked for: our table of its language, or
 * the common one alone, and the SRX rules whose language patterns fit the locale.
 */
export function createSentenceBreakers(
  tables: ReadonlyMap<string, SegmentationTable>,
  srx: SrxRules = { files: [], mode: 'add' },
): (locale: string) => SentenceBreaker {
  const none = SegmentationTable.parse({});
  const common = tables.get(COMMON) ?? none;
  const breakers = new Map<string, SentenceBreaker>();
  const create = (locale: string): SentenceBreaker => {
    const language = locale.split('-')[0] ?? locale;
    const table = tables.get(language) ?? tables.get(SHARED[language] ?? '') ?? none;
    const own = createSentenceBreaker(compileSegmentation(table, common));
    const rules = srx.files.flatMap((file) => srxRulesOf(file, locale));
    return rules.length === 0 ? own : createSrxBreaker(rules, own, srx.mode);
  };
  return (locale) => {
    const breaker = breakers.get(locale) ?? create(locale);
    breakers.set(locale, breaker);
    return breaker;
  };
}
