/** A day of the Gregorian calendar, without time or zone. */
export interface Day {
  readonly year: number;
  /** 1..12. */
  readonly month: number;
  /** 1..31. */
  readonly day: number;
}

/** A day, with the time of day where that is known. */
export interface Moment extends Day {
  /** Minutes since midnight. */
  readonly minutes?: number;
}

/** Lengths of time that dates are counted in. */
export type CalendarUnit =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half-year'
  | 'year'
  | 'decade'
  | 'century';

const MS_PER_DAY = 86_400_000;

/** Reads the day of an ISO 8601 date or date-time as its own zone counts it. */
export function parseDay(iso: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(iso) ?? [];
  const read = { year: Number(year), month: Number(month), day: Number(day) };
  return isDay(read) ? read : undefined;
}

/** Reads an ISO 8601 date or date-time; a time of day counts only where one is written. */
export function parseMoment(iso: string): Moment | undefined {
  const day = parseDay(iso);
  const [, hour, minute] = /T(\d{2}):(\d{2})/u.exec(iso) ?? [];
  return day && (hour === undefined ? day : { ...day, minutes: Number(hour) * 60 + Number(minute) });
}

/** Tells whether the calendar has this day. */
export function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The number of days in a month, 28..31. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day `count` days later, or earlier where `count` is negative. */
export function addDays(day: Day, count: number): Day {
  return fromNumber(dayNumber(day) + count);
}

/** The same day of a month `count` months later; the month's last day where it has no such day. */
export function addMonths({ year, month, day }: Day, count: number): Day {
  const months = year * 12 + month - 1 + count;
  const target = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  return { ...target, day: Math.min(day, daysInMonth(target.year, target.month)) };
}

/** Days from `a` to `b`; negative where `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return dayNumber(b) - dayNumber(a);
}

/** ISO weekday: 1 Monday .. 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** ISO week (`2026-W02`) that the day belongs to. */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const first = { year: thursday.year, month: 1, day: 1 };
  const week = Math.floor(daysBetween(first, thursday) / 7) + 1;
  return `${pad(thursday.year, 4)}-W${pad(week, 2)}`;
}

/** Easter Sunday of a year (Gregorian computus). */
export function easterSunday(year: number): Day {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leapSkip = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - leapSkip + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - ((year % 100) % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * shift + 114;
  return { year, month: Math.floor(days / 31), day: (days % 31) + 1 };
}

/** ISO 8601 form of a day. */
export function formatDay({ year, month, day }: Day): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** A number with leading zeros. */
export function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function dayNumber({ year, month, day }: Day): number {
  return Math.round(Date.UTC(year, month - 1, day) / MS_PER_DAY);
}

function fromNumber(days: number): Day {
  const date = new Date(days * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
