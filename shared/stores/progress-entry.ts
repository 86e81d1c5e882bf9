import { z } from 'zod';
import type { StageProgress } from '../api/article-status.ts';
import type { Locale } from '../document/locale.ts';
import { LEVERAGE_BANDS, Leverage } from '../memory/match.ts';
import type { StageName } from '../queue/contract.ts';
import type { StageSummary } from '../queue/define-stage.ts';

const Entry = z.object({
  s: z.enum(['waiting', 'running', 'done', 'failed', 'skipped']),
  t: z.int(),
  ms: z.number().optional(),
  n: z.int().optional(),
  e: z.tuple([z.string(), z.string()]).optional(),
  f: z
    .object({
      headline: z.string().optional(),
      sourceLocale: z.string().optional(),
      repairs: z.int().optional(),
      /** Per band that has any: band -> [segments, words]. */
      leverage: z.record(z.string(), z.tuple([z.int(), z.int()])).optional(),
      /** segments, translated, approved, source */
      counts: z.tuple([z.int(), z.int(), z.int(), z.int()]).optional(),
    })
    .optional(),
});

/** Where a stage stands, with the facts of its result. */
export interface ProgressEntry extends StageProgress {
  readonly summary?: StageSummary | undefined;
}

/** The field of a progress or results hash: `normalize`, `render.pt-BR`. */
export function stageField(stage: StageName, locale?: Locale): string {
  return locale === undefined ? stage : `${stage}.${locale}`;
}

/** Writes an entry in the short form that the progress hash holds. */
export function encodeProgress({ state, at, ms, attempts, error, summary }: ProgressEntry): string {
  return JSON.stringify({
    s: state,
    t: at,
    ms,
    n: attempts,
    e: error === undefined ? undefined : [error.code, error.message],
    f:
      summary === undefined
        ? undefined
        : { ...summary, leverage: shortLeverage(summary.leverage), counts: shortCounts(summary.counts) },
  });
}

/** Reads the short form; a stage without an entry is waiting since `since`. */
export function decodeProgress(text: string | undefined, since: number): ProgressEntry {
  if (text === undefined) {
    return { state: 'waiting', at: since };
  }
  const { s, t, ms, n, e, f } = Entry.parse(JSON.parse(text));
  return {
    state: s,
    at: t,
    ...(ms === undefined ? {} : { ms }),
    ...(n === undefined ? {} : { attempts: n }),
    ...(e === undefined ? {} : { error: { code: e[0], message: e[1] } }),
    ...(f === undefined
      ? {}
      : { summary: { ...f, leverage: fullLeverage(f.leverage), counts: fullCounts(f.counts) } }),
  };
}

function shortLeverage(
  leverage: Leverage | undefined,
): Readonly<Record<string, readonly [number, number]>> | undefined {
  if (leverage === undefined) {
    return undefined;
  }
  const used = LEVERAGE_BANDS.filter((band) => leverage[band].segments > 0);
  return Object.fromEntries(used.map((band) => [band, [leverage[band].segments, leverage[band].words]]));
}

function fullLeverage(
  short: Readonly<Record<string, readonly [number, number]>> | undefined,
): Leverage | undefined {
  if (short === undefined) {
    return undefined;
  }
  const counts = LEVERAGE_BANDS.map((band) => {
    const [segments, words] = short[band] ?? [0, 0];
    return [band, { segments, words }] as const;
  });
  return Leverage.parse(Object.fromEntries(counts));
}

type Counts = StageSummary['counts'];
type ShortCounts = readonly [segments: number, translated: number, approved: number, source: number];

function shortCounts(counts: Counts): ShortCounts | undefined {
  return counts && [counts.segments, counts.translated, counts.approved, counts.source];
}

function fullCounts(short: ShortCounts | undefined): Counts {
  if (short === undefined) {
    return undefined;
  }
  const [segments, translated, approved, source] = short;
  return { segments, translated, approved, source };
}
