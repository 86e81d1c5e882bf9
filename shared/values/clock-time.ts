import { pad } from './dates/calendar.ts';

/** A time of day as the clock shows it, in 24 hours. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  /** Neither "a.m." nor "p.m." nor minutes nor 24 hours were written: "at 8". */
  readonly open?: true;
  /** Which half of the day was written beside it: "8 p.m.", "8 in the morning". */
  readonly half?: 'am' | 'pm';
  readonly zone?: string;
  /** End of a span of time. */
  readonly until?: ClockTime;
}

/** `21:00`, with seconds where they were written. */
export function clockText({ hour, minute, second }: ClockTime): string {
  return `${pad(hour, 2)}:${pad(minute, 2)}${second === undefined ? '' : `:${pad(second, 2)}`}`;
}
