import type { CalendarUnit } from './calendar.ts';

/** TIMEX3 part of a day: morning, afternoon, evening, night. */
export type DayPart = 'MO' | 'AF' | 'EV' | 'NI';

/** TIMEX3 modifiers of a period. */
export type PeriodMod = 'start' | 'mid' | 'end';

/** How a sentence speaks of a date; where it is open, news looks back. */
export type Tense = 'ahead' | 'past' | 'open';

export type Holiday =
  | 'good-friday'
  | 'easter-sunday'
  | 'easter-monday'
  | 'christmas-eve'
  | 'christmas'
  | 'new-years-eve'
  | 'new-years-day';

/** What a text says about a date, before anything is counted from an anchor. */
export type DateExpression = {
  readonly part?: DayPart;
  readonly tense: Tense;
} & (
  | {
      readonly form: 'calendar';
      readonly year?: number;
      readonly month?: number;
      readonly day?: number;
      readonly mod?: PeriodMod;
    }
  /** 1 Monday .. 7 Sunday; `bare` is decided by the sentence's tense. */
  | { readonly form: 'weekday'; readonly weekday: number; readonly which: 'bare' | 'last' | 'this' | 'next' }
  /** "yesterday": days from the publication date. */
  | { readonly form: 'day-offset'; readonly days: number }
  /** "last week": the period of publication, moved by `offset`. */
  | {
      readonly form: 'period';
      readonly unit: CalendarUnit;
      readonly offset: number;
      readonly mod?: PeriodMod;
    }
  /** "three days later", "two months ago". */
  | {
      readonly form: 'distance';
      /** Negative looks back. */
      readonly amount: number;
      readonly unit: CalendarUnit;
      readonly from: 'publication' | 'narrative';
      /** The whole unit is meant ("the next week"), not the day at that distance. */
      readonly whole?: boolean;
    }
  | { readonly form: 'holiday'; readonly holiday: Holiday; readonly year?: number }
  /** Complete as it stands: "2025-Q1", "199" for the 1990s. */
  | { readonly form: 'fixed'; readonly timex: string }
);
