import type { ArticleStatus, LocaleCounts } from '../../../shared/api/article-status.ts';
import { LEVERAGE_BANDS, type LeverageBand } from '../../../shared/memory/match.ts';
import { tableLines } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';

const EXACT: ReadonlySet<LeverageBand> = new Set(['102', '101', '100']);

/** How much of a locale the memory covers. */
export interface Coverage {
  readonly segments: number;
  readonly words: number;
  /** Segments with a match of equal text. */
  readonly exact: number;
  /** Segments with a match of similar text. */
  readonly fuzzy: number;
  /** Whole percent of the segments, and of the words, that have a match. */
  readonly segmentPercent: number;
  readonly wordPercent: number;
}

/** Sums the bands of a locale's leverage; undefined where the lookup has not ended. */
export function coverageOf(counts: LocaleCounts | undefined): Coverage | undefined {
  if (counts?.leverage === undefined) {
    return undefined;
  }
  const { leverage } = counts;
  const sum = (unit: 'segments' | 'words', isCounted: (band: LeverageBand) => boolean): number =>
    LEVERAGE_BANDS.filter(isCounted).reduce((total, band) => total + leverage[band][unit], 0);
  const segments = sum('segments', () => true);
  const words = sum('words', () => true);
  return {
    segments,
    words,
    exact: sum('segments', (band) => EXACT.has(band)),
    fuzzy: sum('segments', (band) => isMatched(band) && !EXACT.has(band)),
    segmentPercent: percent(sum('segments', isMatched), segments),
    wordPercent: percent(sum('words', isMatched), words),
  };
}

/** Prints a line per locale: what the memory covers, and what is shown in the source language. */
export function printLeverage(status: ArticleStatus, { print, style }: Terminal): void {
  const [head = '', ...lines] = tableLines(
    [
      { title: 'locale' },
      { title: 'segments', align: 'right' },
      { title: 'covered', align: 'right' },
      { title: 'of words', align: 'right' },
      { title: 'exact', align: 'right' },
      { title: 'fuzzy', align: 'right' },
      { title: 'untranslated', align: 'right' },
    ],
    Object.entries(status.locales).map(([locale, { counts }]) => cellsOf(locale, counts)),
  );
  print(style.bold('Covered by the translation memory'));
  print(`  ${style.dim(head)}`);
  for (const line of lines) {
    print(`  ${line}`);
  }
}

function cellsOf(locale: string, counts: LocaleCounts | undefined): readonly string[] {
  const coverage = coverageOf(counts);
  if (coverage === undefined || counts === undefined) {
    return [locale, '-', '-', '-', '-', '-', '-'];
  }
  return [
    locale,
    String(coverage.segments),
    `${coverage.segmentPercent} %`,
    `${coverage.wordPercent} %`,
    String(coverage.exact),
    String(coverage.fuzzy),
    String(counts.source),
  ];
}

function isMatched(band: LeverageBand): boolean {
  return band !== 'new';
}

/** Rounded down, so that only what is whole says 100. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((100 * part) / whole);
}
