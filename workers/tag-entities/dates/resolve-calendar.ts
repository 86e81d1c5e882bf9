import {
  addDays,
  type Day,
  daysBetween,
  formatDay,
  isDay,
  pad,
  weekdayOf,
} from '../../../shared/values/dates/calendar.ts';
import type { DateForm, PeriodMod, Tense } from '../../../shared/values/dates/date-expression.ts';
import type { DateAnchors, ResolvedDate } from './resolved-date.ts';

type Form<Name extends DateForm['form']> = Extract<DateForm, { form: Name }>;

/** A date that names its year, month or day; what it leaves out comes from the publication date. */
export function resolveCalendar(
  date: Form<'calendar'>,
  { published, tense }: DateAnchors,
): ResolvedDate | undefined {
  const { month, day, mod } = date;
  const fuzzy = mod === undefined ? {} : { mod };
  if (month === undefined) {
    return date.year === undefined
      ? dayOfMonth(date, published, tense)
      : { timex: pad(date.year, 4), ...fuzzy };
  }
  const year = date.year ?? (published && yearOf(date, published, tense));
  const inferred = date.year === undefined ? { anchor: 'publication' as const } : {};
  if (year === undefined) {
    const suffix = day === undefined ? '' : `-${pad(day, 2)}`;
    const yearless = day === undefined ? {} : { yearless: { month, day } };
    return { timex: `--${pad(month, 2)}${suffix}`, ...fuzzy, ...yearless };
  }
  if (day === undefined) {
    const middle = mod === undefined ? {} : { day: dayInMonth({ year, month, day: 1 }, mod) };
    return { timex: `${pad(year, 4)}-${pad(month, 2)}`, ...fuzzy, ...inferred, ...middle };
  }
  const found = { year: date.year ?? leapYearNear(year, { month, day }, tense), month, day };
  return isDay(found) ? { timex: formatDay(found), ...inferred, day: found } : undefined;
}

/** A day to count from inside a fuzzy month. */
function dayInMonth(first: Day, mod: PeriodMod): Day {
  return addDays(first, Math.floor(30 * { start: 0.15, mid: 0.4, end: 0.7 }[mod]));
}

/** "the 21st": of the month of publication, or of the one before or after it that the weekday fits. */
function dayOfMonth(
  { day: dom, weekday }: Form<'calendar'>,
  published: Day | undefined,
  tense: Tense,
): ResolvedDate | undefined {
  if (dom === undefined || published === undefined) {
    return undefined;
  }
  const months = published.year * 12 + published.month - 1;
  const days = MONTHS_AROUND.map((shift) => ({
    year: Math.floor((months + shift) / 12),
    month: ((months + shift) % 12) + 1,
    day: dom,
  })).filter((day) => isDay(day) && (weekday === undefined || weekdayOf(day) === weekday));
  const distance = (day: Day): number => daysBetween(published, day);
  const inTense = days.filter(
    (day) => tense === 'open' || (tense === 'past' ? distance(day) <= 0 : distance(day) >= 0),
  );
  const [nearest] = inTense.toSorted((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)));
  return nearest && { timex: formatDay(nearest), anchor: 'publication', day: nearest };
}

/** Months from that of publication, earlier ones first: in so many a weekday and a day of the month meet. */
const MONTHS_AROUND = Array.from({ length: 37 }, (_, at) => at - 18);

/** News leaves the year out of a date this close; of one ten months back it would not. */
const SOON_DAYS = 60;

/** The year of a day without one: the nearest past, or the nearest to come where the text looks ahead. */
function yearOf({ month = 1, day, yearOffset }: Form<'calendar'>, published: Day, tense: Tense): number {
  if (yearOffset !== undefined) {
    return published.year + yearOffset;
  }
  const here = { year: published.year, month, day: day ?? 1 };
  const distance = daysBetween(published, here);
  if ((day === undefined && month === published.month) || distance === 0) {
    return published.year;
  }
  if (tense === 'ahead') {
    return distance > 0 ? published.year : published.year + 1;
  }
  const past = distance < 0 ? published.year : published.year - 1;
  const next = daysBetween(published, { ...here, year: past + 1 });
  return tense === 'open' && day !== undefined && next <= SOON_DAYS ? past + 1 : past;
}

/** The 29th of February is that of a leap year, the last one or, looking ahead, the next. */
function leapYearNear(year: number, { month, day }: Omit<Day, 'year'>, tense: Tense): number {
  const step = tense === 'ahead' ? 1 : -1;
  const tries = month === 2 && day === 29 ? [0, 1, 2, 3, 4, 5, 6, 7, 8] : [];
  return tries.map((each) => year + step * each).find((each) => isDay({ year: each, month, day })) ?? year;
}

/** "last August", "this August", "next August". */
export function resolveMonthNear({ month, offset, mod }: Form<'month-near'>, published: Day): ResolvedDate {
  const passed = month < published.month;
  const shift =
    offset < 0 ? (passed ? 0 : -1) : offset === 0 ? 0 : passed || month === published.month ? 1 : 0;
  const timex = `${pad(published.year + shift, 4)}-${pad(month, 2)}`;
  return { timex, anchor: 'publication', ...(mod === undefined ? {} : { mod }) };
}

const SEASON_START = { SP: 3, SU: 6, FA: 9, WI: 12 } as const;

/** Seasons of the north, as news counts them; the winter belongs to the year it begins in. */
export function resolveSeason(
  { season, year, offset, mod }: Form<'season'>,
  published: Day | undefined,
): ResolvedDate | undefined {
  const detail = mod === undefined ? {} : { mod };
  if (year !== undefined) {
    return { timex: `${pad(year, 4)}-${season}`, ...detail };
  }
  if (published === undefined) {
    return undefined;
  }
  const begun = published.month >= SEASON_START[season];
  const over = published.month >= SEASON_START[season] + 3;
  const back =
    offset === undefined ? (begun ? 0 : -1) : offset < 0 ? (over ? 0 : -1) : offset === 0 ? 0 : begun ? 1 : 0;
  return { timex: `${pad(published.year + back, 4)}-${season}`, anchor: 'publication', ...detail };
}

/** A quarter or half of a year; without a year, of that of publication. */
export function resolveQuarter(
  { quarter, year, offset, mod }: Form<'quarter'>,
  published: Day | undefined,
): ResolvedDate | undefined {
  const detail = mod === undefined ? {} : { mod };
  if (year !== undefined) {
    return { timex: `${pad(year, 4)}-${quarter}`, ...detail };
  }
  return (
    published && {
      timex: `${pad(published.year + (offset ?? 0), 4)}-${quarter}`,
      anchor: 'publication',
      ...detail,
    }
  );
}
