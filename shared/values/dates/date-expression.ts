import type { ClockTime } from '../clock-time.ts';
import type { CalendarUnit } from './calendar.ts';
import type { HolidayName } from './holidays.ts';

/** TIMEX3 part of a day: morning, midday, afternoon, evening, night. */
export const DAY_PARTS = ['MO', 'MI', 'AF', 'EV', 'NI'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** TIMEX3 modifiers of a period. */
export type PeriodMod = 'start' | 'mid' | 'end';

/** How a sentence speaks of a date; where it is open, news looks back. */
export type Tense = 'ahead' | 'past' | 'open';

/** What is common to all forms. */
interface DateDetail {
  readonly part?: DayPart;
  readonly clock?: ClockTime;
  readonly mod?: PeriodMod;
  /** ISO 8601: how long something past took that was done "in" it. */
  readonly lasting?: string;
}

/** What a text says about a date, before anything is counted from an anchor. */
export type DateForm = DateDetail &
  /** A month of the year of publication moved by `yearOffset`: "May of last year". */
  (
    | {
        readonly form: 'calendar';
        readonly year?: number;
        readonly month?: number;
        readonly day?: number;
        readonly yearOffset?: number;
        /** 1 Monday .. 7 Sunday, where it tells which month: "Monday the 21st". */
        readonly weekday?: number;
      }
    /** 1 Monday .. 7 Sunday; `bare` is decided by the sentence's tense, `after` by the story. */
    | {
        readonly form: 'weekday';
        readonly weekday: number;
        readonly which: 'bare' | 'last' | 'past' | 'this' | 'coming' | 'next' | 'after';
      }
    /** "yesterday": days from the publication date. */
    | { readonly form: 'day-offset'; readonly days: number }
    /** "last week": the period of publication, moved by `offset`. */
    | {
        readonly form: 'period';
        readonly unit: CalendarUnit;
        readonly offset: number;
        readonly fiscal?: true;
      }
    /** "Tuesday of next week", and of the one after that of the story. */
    | {
        readonly form: 'weekday-of-week';
        readonly weekday: number;
        readonly offset: number;
        readonly story?: true;
      }
    /** "last August", "this summer", "next August": the nearest such period that way. */
    | { readonly form: 'month-near'; readonly month: number; readonly offset: number }
    | {
        readonly form: 'season';
        readonly season: 'SP' | 'SU' | 'FA' | 'WI';
        readonly year?: number;
        readonly offset?: number;
      }
    | { readonly form: 'quarter'; readonly quarter: string; readonly year?: number; readonly offset?: number }
    /** "three days later", "two months ago", "two days before Christmas". */
    | {
        readonly form: 'distance';
        /** Negative looks back; absent where the text names no number ("a few days ago"). */
        readonly amount?: number;
        readonly unit: CalendarUnit;
        readonly from: 'publication' | 'narrative' | DateForm;
        /** The whole unit is meant ("the next week"), not the day at that distance. */
        readonly whole?: boolean;
      }
    /** "two hours ago", "30 minutes later"; a length of time alone where no time is known to count from. */
    | {
        readonly form: 'moment';
        readonly minutes: number;
        readonly from: 'publication' | 'narrative';
        /** ISO 8601. */
        readonly duration: string;
      }
    /** "the last 30 years", "the next five days": a length of time that ends or begins at publication. */
    | {
        readonly form: 'span';
        readonly amount?: number;
        readonly unit: CalendarUnit;
        readonly direction: -1 | 1;
        /** Counted from the last date of the story: "the two days that followed". */
        readonly story?: true;
        /** ISO 8601. */
        readonly duration: string;
      }
    /** "the first week of January", "the last Monday of next month". */
    | {
        readonly form: 'nth';
        readonly nth: number;
        readonly unit: CalendarUnit | number;
        readonly of: DateForm;
      }
    /** "the first eleven months of 2025"; a negative count is from the end. */
    | {
        readonly form: 'part-of';
        readonly count: number;
        readonly unit: CalendarUnit;
        readonly of: DateForm;
      }
    /** `near` is -1 for the last one, 1 for the next. */
    | {
        readonly form: 'holiday';
        readonly holiday: HolidayName;
        readonly year?: number;
        readonly near?: number;
      }
    /** Complete as it stands: "2025-Q1", "199" for the 1990s. */
    | { readonly form: 'fixed'; readonly timex: string; readonly repeats?: true }
    | { readonly form: 'range'; readonly from: DateForm; readonly to: DateForm }
    /** Digits that may be one day or another: "5/3/18". */
    | { readonly form: 'unclear' }
  );

/** A date with the tense of its sentence. */
export type DateExpression = DateForm & { readonly tense: Tense };

/** Tells whether a date names a day of a month that is not told: "the 21st". */
export function isDayAlone(date: DateForm): date is DateForm & { form: 'calendar' } {
  return date.form === 'calendar' && date.day !== undefined && date.month === undefined;
}

/** Tells whether a date names a day, of which a part or a time can be told. */
export function isOneDay(date: DateForm): boolean {
  return (
    date.form === 'weekday' ||
    date.form === 'day-offset' ||
    date.form === 'holiday' ||
    (date.form === 'calendar' && date.day !== undefined)
  );
}
