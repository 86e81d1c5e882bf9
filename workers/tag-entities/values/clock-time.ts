/** A time of day as the clock shows it, in 24 hours. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  /** Neither "a.m." nor "p.m." nor minutes nor 24 hours were written: "at 8". */
  readonly open?: true;
  readonly zone?: string;
  /** End of a span of time. */
  readonly until?: ClockTime;
}
