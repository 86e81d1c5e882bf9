import { monitorEventLoopDelay } from 'node:perf_hooks';
import { PIPELINE } from '../../../config/pipeline.ts';
import { SourceArticle, type SourceFormat } from '../../../shared/document/article.ts';
import { PipelineError, toPipelineError } from '../../../shared/errors/errors.ts';
import { packJson } from '../../../shared/stores/packed-json.ts';
import { guardSource } from '../../../workers/normalize/guard/guard-source.ts';
import { normalizeInThreads } from '../../../workers/normalize/thread/normalize-in-threads.ts';
import type { Row } from '../report.ts';
import { HOSTILE_INPUTS } from './hostile-inputs.ts';
import type { Measure } from './measure.ts';

const SIZES = [4_000, 40_000, 400_000, 2_000_000];
const DOCUMENTED = [
  'SOURCE_TOO_LARGE',
  'SOURCE_TOO_COMPLEX',
  'SOURCE_EMPTY',
  'SOURCE_UNREADABLE',
  'SOURCE_LOCALE_UNKNOWN',
];

const NEVER = new AbortController().signal;
const PROBE = sourceOf('The harbour stays closed.', 'text');

interface Trial {
  readonly label: string;
  readonly guardMs: number;
  readonly poolMs: number;
  /** Longest time in which the event loop of this process did not turn. */
  readonly loopMs: number;
  /** `ok`, or the code of the refusal. */
  readonly outcome: string;
  readonly isLate: boolean;
}

/**
 * Inputs that parsers hang or crash on, made in sizes up to 2 MB: how long the guard takes for its
 * verdict, how long an article holds a thread, and whether this process stays responsive.
 */
export const hostile: Measure = {
  name: 'hostile',
  needs: [],
  run: async () => {
    await using pool = await normalizeInThreads({ ...PIPELINE.normalize, threads: 2 });
    const loop = monitorEventLoopDelay({ resolution: 5 });
    const trials: Trial[] = [];
    for (const { name, format, make } of HOSTILE_INPUTS) {
      for (const size of SIZES) {
        const source = sourceOf(make(size), format);
        await pool.normalize(PROBE, NEVER); // a thread that was ended has its successor ready
        loop.reset();
        loop.enable(); // making and guarding the input here blocks on purpose
        const poolStart = performance.now();
        const { outcome, isLate } = await outcomeOf(pool.normalize(source, NEVER));
        const poolMs = performance.now() - poolStart;
        loop.disable();
        const loopMs = loop.max / 1e6;
        trials.push({
          label: `${format}, ${name}, ${size}`,
          guardMs: guardMs(source),
          poolMs,
          loopMs,
          outcome,
          isLate,
        });
      }
    }
    report(trials);
    return rowsOf(trials);
  },
};

function sourceOf(content: string, format: SourceFormat): SourceArticle {
  return SourceArticle.parse({
    articleId: `a${'0'.repeat(20)}`,
    externalId: 'hostile',
    version: 1,
    tenant: 'desk',
    sourceLocale: 'en',
    format,
    content,
    meta: {},
    targetLocales: ['es'],
    urgency: 5,
    pubStatus: 'usable',
  });
}

/** The best of three: other work on the machine only ever adds. */
function guardMs({ content, format }: SourceArticle): number {
  const times = [1, 2, 3].map(() => {
    const before = performance.now();
    try {
      guardSource(content, format);
    } catch (error) {
      if (!(error instanceof PipelineError)) {
        throw error;
      }
    }
    return performance.now() - before;
  });
  return Math.min(...times);
}

async function outcomeOf(work: Promise<unknown>): Promise<Pick<Trial, 'outcome' | 'isLate'>> {
  try {
    packJson(await work); // as the stage does before it stores the document
    return { outcome: 'ok', isLate: false };
  } catch (error) {
    const { code, details } = toPipelineError(error);
    const isLate = details['limit'] === 'deadlineMs' || details['limit'] === 'memoryMb';
    return { outcome: DOCUMENTED.includes(code) ? code : `crash: ${code}`, isLate };
  }
}

function report(trials: readonly Trial[]): void {
  const slow = trials.filter(
    ({ poolMs, isLate, outcome }) => poolMs > 1_500 || isLate || outcome.startsWith('crash'),
  );
  for (const { label, poolMs, guardMs: ms, outcome, isLate } of slow) {
    console.log(
      `hostile: ${label}: ${outcome}${isLate ? ' by deadline or memory' : ''} after ${poolMs.toFixed(0)} ms, guard ${ms.toFixed(0)} ms`,
    );
  }
  for (const { label, guardMs: ms, loopMs } of trials.filter(
    (trial) => trial.guardMs > 60 || trial.loopMs > 60,
  )) {
    console.log(`hostile: ${label}: guard ${ms.toFixed(0)} ms, event loop ${loopMs.toFixed(0)} ms`);
  }
}

function rowsOf(trials: readonly Trial[]): Row[] {
  const samples = trials.length;
  const guard = most(trials.map((trial) => trial.guardMs));
  const longest = most(trials.map(({ poolMs }) => poolMs));
  const longestBlock = most(trials.map(({ loopMs }) => loopMs));
  const crashes = trials.filter(({ outcome }) => outcome.startsWith('crash')).length;
  const late = trials.filter(({ isLate }) => isLate).length;
  return [
    {
      measure: 'hostile: guard, slowest verdict',
      value: guard,
      unit: 'ms',
      samples,
      goal: '< 100',
      ok: guard < 100,
    },
    {
      measure: 'hostile: longest hold of a thread',
      value: longest,
      unit: 'ms',
      samples,
      goal: '<= 3000',
      ok: longest <= 3_000,
    },
    { measure: 'hostile: ended by deadline or memory', value: late, unit: 'inputs', samples },
    {
      measure: 'hostile: undocumented errors',
      value: crashes,
      unit: 'inputs',
      samples,
      goal: '0',
      ok: crashes === 0,
    },
    {
      measure: 'hostile: longest block of the event loop',
      value: longestBlock,
      unit: 'ms',
      samples,
      goal: '<= 100',
      ok: longestBlock <= 100,
    },
  ];
}

function most(values: readonly number[]): number {
  return values.reduce((max, value) => Math.max(max, value), 0);
}
