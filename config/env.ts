import { resolve } from 'node:path';

/** The environment variables that Polywire reads, as written; nothing is checked here. */
export interface Env {
  readonly redisUrl: string | undefined;
  readonly host: string | undefined;
  readonly apiPort: string | undefined;
  readonly dashboardPort: string | undefined;
  readonly dataDir: string | undefined;
  readonly logLevel: string | undefined;
  readonly bootstrapKey: string | undefined;
  readonly publicApiUrl: string | undefined;
  readonly siteUrl: string | undefined;
  readonly concurrency: Readonly<Record<string, string | undefined>>;
  readonly normalizeThreads: string | undefined;
  readonly neuralModel: string | undefined;
  readonly srx: string | undefined;
  readonly srxMode: string | undefined;
  readonly lockMs: string | undefined;
  readonly stalledMs: string | undefined;
  readonly minFuzzyScore: string | undefined;
  readonly memoryMirrorMb: string | undefined;
  readonly memories: string | undefined;
  readonly softDepth: string | undefined;
  readonly hardDepth: string | undefined;
  readonly drainMs: string | undefined;
}

/** Reads the process' environment once. */
export function readEnv(env: NodeJS.ProcessEnv = process.env): Env {
  return {
    redisUrl: env['REDIS_URL'],
    host: env['POLYWIRE_HOST'],
    apiPort: env['POLYWIRE_API_PORT'],
    dashboardPort: env['POLYWIRE_DASHBOARD_PORT'],
    dataDir: env['POLYWIRE_DATA_DIR'] === undefined ? undefined : resolve(env['POLYWIRE_DATA_DIR']),
    logLevel: env['POLYWIRE_LOG_LEVEL'],
    bootstrapKey: env['POLYWIRE_BOOTSTRAP_KEY'],
    publicApiUrl: env['POLYWIRE_PUBLIC_API_URL'],
    siteUrl: env['POLYWIRE_SITE_URL'],
    concurrency: {
      normalize: env['POLYWIRE_CONCURRENCY_NORMALIZE'],
      'tag-entities': env['POLYWIRE_CONCURRENCY_TAG_ENTITIES'],
      'tm-lookup': env['POLYWIRE_CONCURRENCY_TM_LOOKUP'],
      render: env['POLYWIRE_CONCURRENCY_RENDER'],
      collect: env['POLYWIRE_CONCURRENCY_COLLECT'],
      maintain: env['POLYWIRE_CONCURRENCY_MAINTAIN'],
    },
    normalizeThreads: env['POLYWIRE_NORMALIZE_THREADS'],
    neuralModel: env['POLYWIRE_NEURAL_MODEL'],
    srx: env['POLYWIRE_SRX'],
    srxMode: env['POLYWIRE_SRX_MODE'],
    lockMs: env['POLYWIRE_LOCK_MS'],
    stalledMs: env['POLYWIRE_STALLED_MS'],
    minFuzzyScore: env['POLYWIRE_MIN_FUZZY_SCORE'],
    memories: env['POLYWIRE_MEMORIES'],
    memoryMirrorMb: env['POLYWIRE_MEMORY_MIRROR_MB'],
    softDepth: env['POLYWIRE_SOFT_DEPTH'],
    hardDepth: env['POLYWIRE_HARD_DEPTH'],
    drainMs: env['POLYWIRE_DRAIN_MS'],
  };
}
