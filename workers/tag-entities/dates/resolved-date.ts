import type { Day } from './calendar.ts';

/** A date as far as it is known. */
export interface ResolvedDate {
  readonly timex: string;
  readonly mod?: 'start' | 'mid' | 'end' | 'approx';
  readonly anchor?: 'publication' | 'narrative';
  /** The day from which "three days later" counts; absent where that would be a guess. */
  readonly day?: Day;
  /** Month and day without a year, from which the next days can still be counted. */
  readonly yearless?: { readonly month: number; readonly day: number };
}
