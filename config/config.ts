import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { PipelineError } from '../shared/errors/errors.ts';
import type { Env } from './env.ts';
import { PIPELINE } from './pipeline.ts';
import { configPath, PROJECT_ROOT } from './project-root.ts';

type Concurrency = { readonly [Name in keyof typeof PIPELINE.concurrency]: number };

/** The settings of one process; names carry their units. */
export interface Config {
  readonly redisUrl: string;
  readonly host: string;
  readonly apiPort: number;
  readonly dashboardPort: number;
  /** Where spool, logs and the embedded Redis keep their files. */
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  /** API key with every scope that is valid while the process runs; for the first start. */
  readonly bootstrapKey: string | undefined;
  /** Where people reach the API, for links; the dashboard shows it. */
  readonly publicApiUrl: string;
  /** Where pages are published, with `{locale}` and `{id}`; undefined: pages name no address of their own. */
  readonly siteUrl: string | undefined;
  readonly concurrency: Concurrency;
  /** Most threads that normalize articles in one process. */
  readonly normalizeThreads: number;
  /** Absolute path of the folder of a neural model that reads names; undefined: the taggers that ship do. */
  readonly neuralModel: string | undefined;
  /** Segmentation rules of other tools: absolute paths, and whether they add to ours or replace them. */
  readonly srx: { readonly files: readonly string[]; readonly mode: SrxMode };
  /** How jobs run: `PIPELINE` with what the environment changes. */
  readonly queue: Omit<typeof PIPELINE, 'lockDurationMs' | 'stalledIntervalMs'> & {
    readonly lockDurationMs: number;
    readonly stalledIntervalMs: number;
  };
  readonly minFuzzyScore: number;
  /** MB that copies of the memory's index may take in a tm-lookup worker; 0: it keeps none. */
  readonly memoryMirrorMb: number;
  /** Absolute path of the file that says which memories there are. */
  readonly memoriesFile: string;
  readonly softDepth: number;
  readonly hardDepth: number;
  readonly drainMs: number;
}

const SRX_MODES = ['add', 'replace'] as const;
type SrxMode = (typeof SRX_MODES)[number];

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * Turns the environment into settings.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which lists every problem at once: variable, value, what
 *   was expected.
 */
export function envToConfig(env: Env): Config {
  const problems: string[] = [];
  const whole = (
    name: string,
    text: string | undefined,
    [fallback, min, max]: readonly [number, number, number],
  ): number => {
    const value = text === undefined || text === '' ? fallback : Number(text);
    if (Number.isInteger(value) && value >= min && value <= max) {
      return value;
    }
    problems.push(`${name} is "${text ?? ''}"; expected a whole number from ${min} to ${max}`);
    return fallback;
  };
  const host = env.host ?? '127.0.0.1';
  const apiPort = whole('POLYWIRE_API_PORT', env.apiPort, [8040, 0, 65_535]);
  const concurrencyOf = (name: keyof Concurrency): number =>
    whole(`POLYWIRE_CONCURRENCY_${name.toUpperCase().replace('-', '_')}`, env.concurrency[name], [
      PIPELINE.concurrency[name],
      1,
      1000,
    ]);
  const normalizeConcurrency = concurrencyOf('normalize');
  const config: Config = {
    redisUrl: env.redisUrl ?? 'redis://127.0.0.1:6379',
    host,
    apiPort,
    dashboardPort: whole('POLYWIRE_DASHBOARD_PORT', env.dashboardPort, [8041, 0, 65_535]),
    dataDir: env.dataDir ?? join(PROJECT_ROOT, '.polywire'),
    logLevel: readLogLevel(env.logLevel, problems),
    bootstrapKey: env.bootstrapKey,
    publicApiUrl: env.publicApiUrl ?? `http://${host}:${apiPort}`,
    siteUrl: readSiteUrl(env.siteUrl, problems),
    concurrency: {
      normalize: normalizeConcurrency,
      'tag-entities': concurrencyOf('tag-entities'),
      'tm-lookup': concurrencyOf('tm-lookup'),
      render: concurrencyOf('render'),
      collect: concurrencyOf('collect'),
      maintain: concurrencyOf('maintain'),
    },
    normalizeThreads: whole('POLYWIRE_NORMALIZE_THREADS', env.normalizeThreads, [
      Math.min(normalizeConcurrency, availableParallelism(), PIPELINE.normalize.maxThreads),
      1,
      64,
    ]),
    neuralModel: (env.neuralModel ?? '').trim() === '' ? undefined : resolve(env.neuralModel ?? ''),
    srx: {
      files: (env.srx ?? '')
        .split(',')
        .map((file) => file.trim())
        .filter((file) => file !== '')
        .map((file) => resolve(file)),
      mode: readSrxMode(env.srxMode, problems),
    },
    queue: {
      ...PIPELINE,
      lockDurationMs: whole('POLYWIRE_LOCK_MS', env.lockMs, [PIPELINE.lockDurationMs, 500, 600_000]),
      stalledIntervalMs: whole('POLYWIRE_STALLED_MS', env.stalledMs, [
        PIPELINE.stalledIntervalMs,
        250,
        600_000,
      ]),
    },
    minFuzzyScore: whole('POLYWIRE_MIN_FUZZY_SCORE', env.minFuzzyScore, [PIPELINE.minFuzzyScore, 50, 100]),
    memoryMirrorMb: whole('POLYWIRE_MEMORY_MIRROR_MB', env.memoryMirrorMb, [
      PIPELINE.memoryMirrorMb,
      0,
      65_536,
    ]),
    memoriesFile:
      (env.memories ?? '').trim() === '' ? configPath('memories.json') : resolve(env.memories ?? ''),
    softDepth: whole('POLYWIRE_SOFT_DEPTH', env.softDepth, [PIPELINE.softDepth, 1, 10_000_000]),
    hardDepth: whole('POLYWIRE_HARD_DEPTH', env.hardDepth, [PIPELINE.hardDepth, 1, 10_000_000]),
    drainMs: whole('POLYWIRE_DRAIN_MS', env.drainMs, [PIPELINE.drainMs, 0, 3_600_000]),
  };
  if (config.hardDepth < config.softDepth) {
    problems.push(
      `POLYWIRE_HARD_DEPTH is ${config.hardDepth}; expected at least POLYWIRE_SOFT_DEPTH, ${config.softDepth}`,
    );
  }
  if (problems.length > 0) {
    throw new PipelineError('CONFIG_INVALID', `The configuration is not valid: ${problems.join('; ')}`, {
      details: { problems },
    });
  }
  return config;
}

function readLogLevel(text: string | undefined, problems: string[]): LogLevel {
  const level = LOG_LEVELS.find((known) => known === (text ?? 'info'));
  if (level === undefined) {
    problems.push(`POLYWIRE_LOG_LEVEL is "${text ?? ''}"; expected one of ${LOG_LEVELS.join(', ')}`);
  }
  return level ?? 'info';
}

function readSiteUrl(text: string | undefined, problems: string[]): string | undefined {
  if (text === undefined || text.trim() === '') {
    return undefined;
  }
  const filled = text.replaceAll('{locale}', 'en').replaceAll('{id}', 'a');
  const isPattern = text.includes('{locale}') && text.includes('{id}');
  if (!isPattern || !/^https?:\/\//iu.test(filled) || !URL.canParse(filled)) {
    problems.push(
      `POLYWIRE_SITE_URL is "${text}"; expected an address such as "https://news.example/{locale}/{id}"`,
    );
  }
  return text.trim();
}

function readSrxMode(text: string | undefined, problems: string[]): SrxMode {
  const mode = SRX_MODES.find((known) => known === (text ?? 'add'));
  if (mode === undefined) {
    problems.push(`POLYWIRE_SRX_MODE is "${text ?? ''}"; expected one of ${SRX_MODES.join(', ')}`);
  }
  return mode ?? 'add';
}
