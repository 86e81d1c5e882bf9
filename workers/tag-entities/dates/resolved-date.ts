import { type Day, formatDay, type Moment } from '../../../shared/values/dates/calendar.ts';
import type { Tense } from '../../../shared/values/dates/date-expression.ts';

/** A date as far as it is known. */
export interface ResolvedDate {
  readonly timex: string;
  readonly mod?: 'start' | 'mid' | 'end' | 'approx';
  readonly anchor?: 'publication' | 'narrative';
  /** The day from which "three days later" counts; absent where that would be a guess. */
  readonly day?: Day;
  /** Month and day without a year, from which the next days can still be counted. */
  readonly yearless?: { readonly month: number; readonly day: number };
  /** ISO 8601: the value is a length of time, which `timex` places. */
  readonly duration?: string;
  /** TIMEX3 set: "every Monday". */
  readonly repeats?: true;
}

/** What dates are counted from. */
export interface DateAnchors {
  readonly published: Moment | undefined;
  /** The last date of the story. */
  readonly last: ResolvedDate | undefined;
  readonly tense: Tense;
}

/** A day that is counted from publication. */
export function asDay(day: Day): ResolvedDate {
  return { timex: formatDay(day), anchor: 'publication', day };
}
