import { addDays, type Day, easterSunday, weekdayOf } from './calendar.ts';

type HolidayRule =
  | { readonly month: number; readonly day: number }
  /** Days from Easter Sunday. */
  | { readonly easter: number }
  /** The nth weekday (1 Monday) of a month; -1 is the last. */
  | {
      readonly month: number;
      readonly nth: number;
      readonly weekday: number;
      /** Days behind that weekday. */
      readonly later?: number;
    };

/** Days whose rule is the same wherever they are kept. Orthodox Easter is not among them. */
const RULES = {
  'new-years-day': { month: 1, day: 1 },
  epiphany: { month: 1, day: 6 },
  'martin-luther-king-day': { month: 1, nth: 3, weekday: 1 },
  'valentines-day': { month: 2, day: 14 },
  'womens-day': { month: 3, day: 8 },
  'saint-patricks-day': { month: 3, day: 17 },
  'april-fools-day': { month: 4, day: 1 },
  'earth-day': { month: 4, day: 22 },
  'labour-day-may': { month: 5, day: 1 },
  'memorial-day': { month: 5, nth: -1, weekday: 1 },
  'independence-day-us': { month: 7, day: 4 },
  juneteenth: { month: 6, day: 19 },
  'bastille-day': { month: 7, day: 14 },
  assumption: { month: 8, day: 15 },
  'labor-day-us': { month: 9, nth: 1, weekday: 1 },
  halloween: { month: 10, day: 31 },
  'all-saints': { month: 11, day: 1 },
  thanksgiving: { month: 11, nth: 4, weekday: 4 },
  'black-friday': { month: 11, nth: 4, weekday: 4, later: 1 },
  'christmas-eve': { month: 12, day: 24 },
  christmas: { month: 12, day: 25 },
  'boxing-day': { month: 12, day: 26 },
  'new-years-eve': { month: 12, day: 31 },
  'mardi-gras': { easter: -47 },
  'ash-wednesday': { easter: -46 },
  'palm-sunday': { easter: -7 },
  'maundy-thursday': { easter: -3 },
  'good-friday': { easter: -2 },
  'easter-sunday': { easter: 0 },
  'easter-monday': { easter: 1 },
  ascension: { easter: 39 },
  pentecost: { easter: 49 },
  'whit-monday': { easter: 50 },
  'corpus-christi': { easter: 60 },
} as const satisfies Readonly<Record<string, HolidayRule>>;

export type HolidayName = keyof typeof RULES;

export const HOLIDAY_NAMES = [
  'new-years-day',
  'epiphany',
  'martin-luther-king-day',
  'valentines-day',
  'womens-day',
  'saint-patricks-day',
  'april-fools-day',
  'earth-day',
  'labour-day-may',
  'memorial-day',
  'independence-day-us',
  'juneteenth',
  'bastille-day',
  'assumption',
  'labor-day-us',
  'halloween',
  'all-saints',
  'thanksgiving',
  'black-friday',
  'christmas-eve',
  'christmas',
  'boxing-day',
  'new-years-eve',
  'mardi-gras',
  'ash-wednesday',
  'palm-sunday',
  'maundy-thursday',
  'good-friday',
  'easter-sunday',
  'easter-monday',
  'ascension',
  'pentecost',
  'whit-monday',
  'corpus-christi',
] as const satisfies readonly HolidayName[];

/** The day of a holiday in a year. */
export function holidayIn(name: HolidayName, year: number): Day {
  const rule: HolidayRule = RULES[name];
  if ('easter' in rule) {
    return addDays(easterSunday(year), rule.easter);
  }
  return 'nth' in rule
    ? addDays(nthWeekday(year, rule), rule.later ?? 0)
    : { year, month: rule.month, day: rule.day };
}

/** The nth weekday of a month; the last where `nth` is -1. */
export function nthWeekday(
  year: number,
  { month, nth, weekday }: { readonly month: number; readonly nth: number; readonly weekday: number },
): Day {
  if (nth < 0) {
    const last = addDays(
      month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 },
      -1,
    );
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = { year, month, day: 1 };
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}
