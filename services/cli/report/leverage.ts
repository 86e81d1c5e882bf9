import type { ArticleStatus, LocaleCounts } from '../../../shared/api/article-status.ts';
import { LEVERAGE_BANDS, type LeverageBand } from '../../../shared/memory/match.ts';
import { tableLines } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

const EXACT: ReadonlySet<LeverageBand> = new Set(['102', '101', '100']);
/** Equal text but for numbers and the like: served where these could be put right, else a suggestion. */
const REPAIRABLE: LeverageBand = '99';

/** What the memory gave for a locale; `translated`, `fuzzy` and `left` add up to `sentences`. */
export interface Coverage {
  readonly sentences: number;
  /** Shown in the locale's language: exact and context matches, and those repaired to be exact. */
  readonly translated: number;
  /** Shown in the source language, with a similar translation for a person to check. */
  readonly fuzzy: number;
  /** Shown in the source language without any suggestion. */
  readonly left: number;
  /** Whole percent of the sentences, and of the source words, that are translated. */
  readonly sentencePercent: number;
  readonly wordPercent: number;
}

/** Reads a locale's counts and its bands; undefined where lookup or render have not ended. */
export function coverageOf(counts: LocaleCounts | undefined): Coverage | undefined {
  if (counts?.leverage === undefined) {
    return undefined;
  }
  const { leverage, segments, translated, source } = counts;
  const sum = (unit: 'segments' | 'words', isCounted: (band: LeverageBand) => boolean): number =>
    LEVERAGE_BANDS.filter(isCounted).reduce((total, band) => total + leverage[band][unit], 0);
  const repairable = leverage[REPAIRABLE];
  const repaired = Math.min(Math.max(0, translated - sum('segments', isExact)), repairable.segments);
  const fuzzy = Math.min(sum('segments', isFuzzy) - repaired, source);
  const words = sum('words', () => true);
  const repairedWords = repaired === 0 ? 0 : (repairable.words * repaired) / repairable.segments;
  return {
    sentences: segments,
    translated,
    fuzzy,
    left: source - fuzzy,
    sentencePercent: percent(translated, segments),
    wordPercent: source === 0 ? 100 : percent(sum('words', isExact) + repairedWords, words),
  };
}

/** Prints a line per locale: what is translated, what is suggested, and what neither. */
export function printLeverage(status: ArticleStatus, { print, style }: Terminal): void {
  const [head = '', ...lines] = tableLines(
    [
      { title: 'locale' },
      { title: 'translated', align: 'right' },
      { title: 'of sentences', align: 'right' },
      { title: 'of words', align: 'right' },
      { title: 'fuzzy', align: 'right' },
      { title: 'left in source', align: 'right' },
      { title: 'sentences', align: 'right' },
    ],
    Object.entries(status.locales).map(([locale, { counts }]) => cellsOf(locale, counts)),
  );
  print(style.bold('From the translation memory'));
  print(`  ${style.dim(head)}`);
  for (const line of lines) {
    print(`  ${line}`);
  }
  print(style.dim('  fuzzy: has a suggestion to check, in the .json output; shows the source text'));
  print(style.dim('  left in source: has none; shows the source text'));
}

function cellsOf(locale: string, counts: LocaleCounts | undefined): readonly string[] {
  const coverage = coverageOf(counts);
  if (coverage === undefined) {
    return [locale, '-', '-', '-', '-', '-', '-'];
  }
  return [
    locale,
    String(coverage.translated),
    `${coverage.sentencePercent} %`,
    `${coverage.wordPercent} %`,
    String(coverage.fuzzy),
    String(coverage.left),
    String(coverage.sentences),
  ];
}

function isExact(band: LeverageBand): boolean {
  return EXACT.has(band);
}

function isFuzzy(band: LeverageBand): boolean {
  return band !== 'new' && !isExact(band);
}

/** Rounded down, so that only what is whole says 100. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((100 * part) / whole);
}
