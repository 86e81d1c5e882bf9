import { z } from 'zod';
import { Locale } from '../document/locale.ts';
import { bandOf, countWords } from './leverage.ts';
import { LEVERAGE_BANDS, SCORE_FORMULA } from './match.ts';

/** The rows of a report: a text that came before in the same batch is translated once, whatever its band. */
export const LEVERAGE_ROWS = ['repetition', ...LEVERAGE_BANDS] as const;
export type LeverageRowName = (typeof LEVERAGE_ROWS)[number];

/** Per cent of a new word's price, by row. */
export type LeverageRates = Readonly<Record<LeverageRowName, number>>;

const Counts = z.object({
  segments: z.int(),
  words: z.int(),
  /** Code points without white space and inline codes. */
  characters: z.int(),
  /** `words` x `rate` / 100. */
  weightedWords: z.number(),
});

/** What a memory saves for a batch of articles in one locale. */
export const LeverageReport = z.object({
  locale: Locale,
  /** Ids of the articles, in the order in which repetitions were counted. */
  articles: z.array(z.string()).readonly(),
  /** How words and characters were counted: no two tools count alike. */
  counter: z.object({ words: z.string(), characters: z.string() }),
  /** Formula of the scores. */
  formula: z.string(),
  rows: z
    .array(
      Counts.extend({
        band: z.enum(LEVERAGE_ROWS),
        rate: z.number(),
        /** Values exchanged. */ repaired: z.int(),
      }),
    )
    .readonly(),
  total: Counts,
});
export type LeverageReport = Readonly<z.infer<typeof LeverageReport>>;

/** A segment as the report counts it. */
export interface CountedSegment {
  readonly text: string;
  /** Of the best match; absent: it has none. */
  readonly score?: number | undefined;
  readonly repaired?: boolean | undefined;
}

export interface CountedArticle {
  readonly externalId: string;
  readonly segments: readonly CountedSegment[];
}

const COUNTER = {
  words: 'polywire-words-1: words and numbers; dictionary words in scripts without spaces',
  characters: 'polywire-characters-1: code points without white space and inline codes',
};

/**
 * Counts segments, words and characters of a batch by the band of their best match. A text that is
 * there again, in the same article or a later one, is a repetition unless the memory has it at 100
 * or above anyway.
 */
export function leverageReportOf(
  articles: readonly CountedArticle[],
  locale: Locale,
  rates: LeverageRates,
): LeverageReport {
  const sums = new Map(
    LEVERAGE_ROWS.map((band) => [band, { segments: 0, words: 0, characters: 0, repaired: 0 }]),
  );
  const seen = new Set<string>();
  for (const { text, score, repaired } of articles.flatMap(({ segments }) => segments)) {
    const isFound = (score ?? 0) >= 100;
    const band = !isFound && seen.has(text) ? 'repetition' : bandOf(score);
    seen.add(text);
    const sum = sums.get(band);
    if (sum !== undefined) {
      sum.segments += 1;
      sum.words += countWords(text);
      sum.characters += countCharacters(text);
      sum.repaired += repaired === true && band !== 'repetition' ? 1 : 0;
    }
  }
  const rows = [...sums].map(([band, sum]) => ({
    band,
    ...sum,
    rate: rates[band],
    weightedWords: (sum.words * rates[band]) / 100,
  }));
  const sumOf = (unit: 'segments' | 'words' | 'characters' | 'weightedWords'): number =>
    rows.reduce((total, row) => total + row[unit], 0);
  return {
    locale,
    articles: articles.map(({ externalId }) => externalId),
    counter: COUNTER,
    formula: SCORE_FORMULA,
    rows,
    total: {
      segments: sumOf('segments'),
      words: sumOf('words'),
      characters: sumOf('characters'),
      weightedWords: sumOf('weightedWords'),
    },
  };
}

function countCharacters(text: string): number {
  return Array.from(text.replaceAll(/[\s\uFFFC]/gu, '')).length;
}
