/** How jobs run; `config/pipeline.ts` holds the values. Times are whole milliseconds. */
export interface QueueSettings {
  readonly lockDurationMs: number;
  readonly stalledIntervalMs: number;
  readonly maxStalledCount: number;
  readonly attempts: number;
  readonly backoffMs: number;
  readonly keepCompleted: { readonly ageSeconds: number; readonly count: number };
  readonly keepFailed: { readonly ageSeconds: number; readonly count: number };
  readonly stageTimeoutMs: number;
}
