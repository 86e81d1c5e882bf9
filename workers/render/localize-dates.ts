import type { DateFields } from './date-formatter.ts';
import type { LocaleKit } from './locale-kit.ts';

/** A point in time as the locale writes it, with the machine-readable form beside it. */
export interface LocalizedDate {
  /** ISO 8601, as the document has it: for `<time datetime>`. */
  readonly iso: string;
  readonly text: string;
}

/**
 * Writes an ISO 8601 date or date-time in the locale's words, Gregorian always.
 *
 * Shows the wall clock of the offset that it was written with, never the machine's zone. What is
 * not such a date is undefined: a wrong date is worse than none.
 *
 * @example `2026-01-12T14:30:00+07:00` in fr: `12 janvier 2026 à 14:30 (UTC+7)`
 */
export function localizeDate(iso: string | undefined, kit: LocaleKit): LocalizedDate | undefined {
  const match = ISO_DATE.exec(iso ?? '');
  if (iso === undefined || match?.groups === undefined) {
    return undefined;
  }
  const { year, month, day, hour, minute, zone } = match.groups;
  const at = wallClock([year, month, day, hour, minute]);
  if (at === undefined) {
    return undefined;
  }
  const text =
    hour === undefined ? kit.formatDate.date(at, 'date') : kit.formatDate.dateTime(at, shortZone(zone ?? ''));
  return { iso, text };
}

/**
 * Writes a TIMEX3 date value as far as its fields are known: day, month, month and day, or year, a day
 * with its time, or a range of these. Undefined for weeks, seasons and parts of a day.
 */
export function localizeTimex(timex: string, kit: LocaleKit): string | undefined {
  const [from, to, more] = timex.split('/').map((text) => readTimex(text));
  if (from === undefined || more !== undefined) {
    return timex.includes('/') ? undefined : localizeDate(timex, kit)?.text;
  }
  if (!timex.includes('/')) {
    return kit.formatDate.date(from.at, from.fields);
  }
  return to === undefined || to.fields !== from.fields || to.at < from.at
    ? undefined
    : kit.formatDate.dateRange(from.at, to.at, from.fields);
}

/** A date or a time of day in every form that the locale has for it, its own first. */
export function formsOfTimex(timex: string, kit: LocaleKit): readonly string[] {
  const clock = clockOf(timex);
  if (clock !== undefined) {
    return [kit.formatDate.time(clock), kit.formatDate.clock(clock), timex];
  }
  const read = readTimex(timex);
  return read === undefined
    ? []
    : [kit.formatDate.date(read.at, read.fields), ...kit.formatDate.otherForms(read.at, read.fields)];
}

/** Writes a time of day or a span of it; the zone behind it as the source has it. */
export function localizeTime(
  {
    time,
    until,
    zone,
  }: { readonly time: string; readonly until?: string | undefined; readonly zone?: string | undefined },
  { formatDate }: LocaleKit,
): string | undefined {
  const [from, to] = [clockOf(time), clockOf(until)];
  if (from === undefined || (until !== undefined && to === undefined)) {
    return undefined;
  }
  const text = to === undefined ? formatDate.time(from) : formatDate.timeRange(from, to);
  return zone === undefined ? text : `${text} (${zone})`;
}

function clockOf(time: string | undefined): Date | undefined {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)(?::\d{2})?$/u.exec(time ?? '') ?? [];
  return hour === undefined ? undefined : wallClock(['2024', '01', '01', hour, minute]);
}

interface ReadTimex {
  readonly fields: DateFields;
  readonly at: Date;
}

function readTimex(timex: string): ReadTimex | undefined {
  for (const [fields, pattern] of TIMEX_FORMS) {
    const groups = pattern.exec(timex)?.groups;
    // A leap year stands in for a year that is not known, so that 29 February exists.
    const at =
      groups === undefined
        ? undefined
        : wallClock([groups['year'] ?? '2024', groups['month'], groups['day']]);
    if (at !== undefined) {
      return { fields, at };
    }
  }
  return undefined;
}

const ISO_DATE =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:T(?<hour>\d{2}):(?<minute>\d{2})(?::\d{2}(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}:\d{2})?)?$/u;

const TIMEX_FORMS: readonly (readonly [DateFields, RegExp])[] = [
  ['date', /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/u],
  ['year-month', /^(?<year>\d{4})-(?<month>\d{2})$/u],
  ['year', /^(?<year>\d{4})$/u],
  ['month-day', /^--(?<month>\d{2})-(?<day>\d{2})$/u],
];

type Field = string | undefined;

/** The fields as if they were UTC; undefined where no such day exists (`02-30`). */
function wallClock([year, month, day, hour, minute]: readonly Field[]): Date | undefined {
  const monthIndex = Number(month ?? 1) - 1;
  const at = new Date(
    Date.UTC(Number(year), monthIndex, Number(day ?? 1), Number(hour ?? 0), Number(minute ?? 0)),
  );
  const exists = at.getUTCMonth() === monthIndex && at.getUTCDate() === Number(day ?? 1);
  return exists ? at : undefined;
}

/** `UTC+7`, `UTC-3:30`, `UTC`; empty where the zone is not known. */
function shortZone(zone: string): string {
  if (zone === '') {
    return '';
  }
  const offset = zone.replace(/^Z$|^[+-]00:00$/u, '').replace(/:00$/u, '');
  return `UTC${offset.replace(/^([+-])0/u, '$1')}`;
}
