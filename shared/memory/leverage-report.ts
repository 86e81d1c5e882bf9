import { z } from 'zod';
import { Locale } from '../document/locale.ts';
import { bandOf, countWords, sumLeverage } from './leverage.ts';
import { LEVERAGE_BANDS, Leverage, SCORE_FORMULA } from './match.ts';
import { profileScores, ScoreProfile } from './profiles/score-profiles.ts';

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
  /** The same batch by the scores that other tools would show for the same matches; without repetitions. */
  profiles: z.partialRecord(ScoreProfile, Leverage).optional(),
});
export type LeverageReport = Readonly<z.infer<typeof LeverageReport>>;

/** A segment as the report counts it. */
export interface CountedSegment {
  readonly text: string;
  /** Of the best match; absent: it has none. */
  readonly score?: number | undefined;
  readonly repaired?: boolean | undefined;
  /** Source text of the best match. */
  readonly stored?: string | undefined;
}

export interface CountedArticle {
  readonly externalId: string;
  readonly segments: readonly CountedSegment[];
}

const COUNTER = {
  words: 'polywire-words-1: words and numbers; dictionary words in scripts without spaces',
  characters: 'polywire-characters-1: code points without white space and inline codes',
};

export interface ReportOptions {
  readonly locale: Locale;
  readonly rates: LeverageRates;
  /** Tools by whose scores the batch is counted as well. Default none. */
  readonly profiles?: readonly ScoreProfile[];
}

/**
 * Counts segments, words and characters of a batch by the band of their best match. A text that is
 * there again, in the same article or a later one, is a repetition unless the memory has it at 100
 * or above anyway.
 */
export function leverageReportOf(
  articles: readonly CountedArticle[],
  { locale, rates, profiles = [] }: ReportOptions,
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
    ...(profiles.length === 0 ? {} : { profiles: countByProfiles(articles, profiles) }),
  };
}

function countByProfiles(
  articles: readonly CountedArticle[],
  profiles: readonly ScoreProfile[],
): LeverageReport['profiles'] {
  const segments = articles.flatMap((article) => article.segments);
  const countOf = (profile: ScoreProfile): Leverage =>
    sumLeverage(
      segments.map(({ text, stored }) => ({
        text,
        score: stored === undefined ? undefined : profileScores(text, stored, [profile])[profile],
      })),
    );
  return Object.fromEntries(profiles.map((profile) => [profile, countOf(profile)]));
}

function countCharacters(text: string): number {
  return Array.from(text.replaceAll(/[\s\uFFFC]/gu, '')).length;
}
