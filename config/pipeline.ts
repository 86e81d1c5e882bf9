/**
 * How jobs run. Times are in milliseconds and whole numbers: BullMQ silently stops recovering dead
 * workers' jobs when `stalledIntervalMs` is a fraction.
 */
export const PIPELINE = {
  /** Jobs of one stage that one process works on at a time. */
  concurrency: { normalize: 4, 'tag-entities': 4, 'tm-lookup': 8, render: 8, collect: 8, maintain: 1 },
  /** A job whose worker has not renewed its lock for this long counts as lost. */
  lockDurationMs: 10_000,
  /** How often lost jobs are looked for: one is taken up again after at most lock + 2 x interval. */
  stalledIntervalMs: 5_000,
  /** Times a job may lose its worker before it fails; BullMQ's default of 1 ignores `attempts`. */
  maxStalledCount: 10,
  /** Times a job is tried after retryable errors. */
  attempts: 5,
  /** First pause between tries; doubles each time, with jitter. */
  backoffMs: 500,
  /** Completed jobs are kept as dedup memory. */
  keepCompleted: { ageSeconds: 24 * 3600, count: 20_000 },
  /** Failed jobs are kept for those who look into them. */
  keepFailed: { ageSeconds: 30 * 24 * 3600, count: 50_000 },
  /** A stage that takes longer fails with `STAGE_TIMEOUT`. */
  stageTimeoutMs: 60_000,
  /** A look through the whole translation memory that takes longer fails. */
  maintenanceTimeoutMs: 6 * 3600_000,
  /** Time that running jobs get to finish after SIGTERM. */
  drainMs: 25_000,
  /** Articles in hand above which submissions are answered 429, and 503. */
  softDepth: 20_000,
  hardDepth: 50_000,
  /** Share of Redis' maxmemory above which submissions are answered 503. */
  maxMemoryShare: 0.8,
  /** Lowest fuzzy score that is reported, 0..100. */
  minFuzzyScore: 70,
  /** MB of copies of the translation memory's index per tm-lookup worker: some 1.3 million sources. */
  memoryMirrorMb: 384,
  /** Matches kept per segment. */
  matchLimit: 3,
  /**
   * What normalizing one article may take: threads of one process, time from its start (ending a
   * thread takes some more: never above 3 s), heap, stack.
   */
  normalize: { maxThreads: 4, deadlineMs: 2_800, maxHeapMb: 256, stackMb: 4 },
  /** Largest article in bytes. */
  maxArticleBytes: 2 * 1024 * 1024,
} as const;
