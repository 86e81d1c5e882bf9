import type { Locale } from '../../shared/document/locale.ts';
import { fillPattern, type LocaleStyle } from './locale-style.ts';

/** Which fields of a date are known; `time` adds hour and minute to a full date. */
export type DateFields = 'year' | 'year-month' | 'month-day' | 'date';

/** Writes dates and times in the locale's own form. Every `Date` carries wall-clock fields as if they were UTC. */
export interface DateFormatter {
  readonly date: (at: Date, fields: DateFields) => string;
  readonly dateTime: (at: Date, zone: string) => string;
  /** Both ends in it: `1–5 de mayo de 2026`. */
  readonly dateRange: (from: Date, to: Date, fields: DateFields) => string;
  /** A time of day that stands alone, with what the style puts beside it. */
  readonly time: (at: Date) => string;
  /** The figures alone. */
  readonly clock: (at: Date) => string;
  readonly timeRange: (from: Date, to: Date) => string;
  /** Other forms of a date that are usual in the locale: in figures, and those of the style. */
  readonly otherForms: (at: Date, fields: DateFields) => readonly string[];
}

/** Makes the date formats of one locale; the era and the calendar are those of the style. */
export function createDateFormatter(locale: Locale, style: LocaleStyle): DateFormatter {
  const base = {
    calendar: style.calendar,
    numberingSystem: style.numberingSystem,
    timeZone: 'UTC',
    ...(style.hourCycle === undefined ? {} : { hourCycle: style.hourCycle }),
  } as const;
  const formats: Readonly<Record<DateFields, Intl.DateTimeFormat>> = {
    date: new Intl.DateTimeFormat(locale, { ...base, dateStyle: style.dateStyle }),
    'year-month': new Intl.DateTimeFormat(locale, { ...base, year: 'numeric', month: 'long' }),
    'month-day': new Intl.DateTimeFormat(locale, { ...base, month: 'long', day: 'numeric' }),
    year: new Intl.DateTimeFormat(locale, { ...base, year: 'numeric' }),
  };
  const clock = new Intl.DateTimeFormat(locale, {
    ...base,
    timeStyle: style.timeStyle === 'none' ? 'short' : style.timeStyle,
  });
  const write = (parts: readonly Intl.DateTimeFormatPart[], first: readonly boolean[]): string =>
    withFirstDays(withoutEra(parts, style), first, style);
  const date = (at: Date, fields: DateFields): string =>
    write(formats[fields].formatToParts(at), [at.getUTCDate() === 1]);
  const time = (at: Date): string => fillPattern(style.timePattern, { time: clock.format(at) });
  return {
    date,
    dateTime: (at, zone) =>
      style.timeStyle === 'none'
        ? date(at, 'date')
        : fillPattern(style.dateTimePattern, { date: date(at, 'date'), time: clock.format(at) }) +
          (zone === '' ? '' : ` (${zone})`),
    dateRange: (from, to, fields) => {
      const ends = [date(from, fields), date(to, fields)] as const;
      const parts = formats[fields].formatRangeToParts(from, to);
      const isFirst = [from, to].map((at) => at.getUTCDate() === 1);
      const months = [from, to].map((at) => monthOf(formats[fields], at));
      return joinRange(parts, write(parts, isFirst), { ends, months });
    },
    time,
    clock: (at) => clock.format(at),
    timeRange: (from, to) => {
      const parts = clock.formatRangeToParts(from, to);
      const ends = [clock.format(from), clock.format(to)] as const;
      const text = joinRange(parts, textOf(parts), { ends, months: [] });
      const word = fillPattern(style.timePattern, { time: '' }).trim();
      return word !== '' && text.includes(word) ? text : fillPattern(style.timePattern, { time: text });
    },
    otherForms: (at, fields) => otherForms(at, fields, { locale, base, style, format: formats['month-day'] }),
  };
}

interface Range {
  readonly ends: readonly [string, string];
  /** As they must be named. */
  readonly months: readonly string[];
}

/**
 * CLDR's form of a range, where it is made of the locale's own form of an end and names both months;
 * some fall back to figures or leave a month out. Else both ends whole, with CLDR's mark between them.
 */
function joinRange(
  parts: readonly Intl.DateTimeRangeFormatPart[],
  text: string,
  { ends, months }: Range,
): string {
  const [from, to] = ends;
  if (from === to) {
    return from;
  }
  const isOwn = text.includes(from) || text.includes(to);
  if (isOwn && months.every((month) => text.includes(month))) {
    return text;
  }
  return from + markOf(parts) + to;
}

/** What stands between the two ends: a dash or a word, without the unit of the first. */
function markOf(parts: readonly Intl.DateTimeRangeFormatPart[]): string {
  const last = parts.findLastIndex(({ source }) => source === 'startRange');
  const next = parts[last + 1];
  return next?.type === 'literal' && next.source === 'shared'
    ? (/\s*[\p{Pd}~～〜]\s*/u.exec(next.value)?.[0] ?? next.value)
    : ' – ';
}

function monthOf(format: Intl.DateTimeFormat, at: Date): string {
  return format.formatToParts(at).find(({ type }) => type === 'month')?.value ?? '';
}

/** The first of a month as the style writes it; `first` tells of each day in turn whether it is one. */
function withFirstDays(
  parts: readonly Intl.DateTimeFormatPart[],
  first: readonly boolean[],
  { firstOfMonth }: LocaleStyle,
): string {
  let days = 0;
  return parts
    .map(({ type, value }) => {
      days += type === 'day' ? 1 : 0;
      return type === 'day' && first[days - 1] === true ? (firstOfMonth ?? value) : value;
    })
    .join('');
}

/** The usual era goes without saying: CLDR names it in Thai wherever the calendar is chosen. */
function withoutEra(
  parts: readonly Intl.DateTimeFormatPart[],
  { calendar }: LocaleStyle,
): readonly Intl.DateTimeFormatPart[] {
  const era = calendar === 'gregory' ? parts.findIndex(({ type }) => type === 'era') : -1;
  return era < 0 ? parts : parts.filter((part, at) => at !== era && !(at === era + 1 && isSpace(part)));
}

function isSpace(part: Intl.DateTimeFormatPart | undefined): boolean {
  return part?.type === 'literal' && part.value.trim() === '';
}

function textOf(parts: readonly Intl.DateTimeFormatPart[]): string {
  return parts.map(({ value }) => value).join('');
}

interface OtherForms {
  readonly locale: Locale;
  readonly base: Intl.DateTimeFormatOptions;
  readonly style: LocaleStyle;
  /** Of a day and its month. */
  readonly format: Intl.DateTimeFormat;
}

function otherForms(
  at: Date,
  fields: DateFields,
  { locale, base, style, format }: OtherForms,
): readonly string[] {
  if (fields === 'date') {
    return (['2-digit', 'numeric'] as const).map((width) =>
      new Intl.DateTimeFormat(locale, { ...base, year: 'numeric', month: width, day: width }).format(at),
    );
  }
  if (fields !== 'month-day') {
    return [];
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const values = { day: parts.get('day') ?? '', month: parts.get('month') ?? '' };
  return style.dayForms.map((pattern) => fillPattern(pattern, values));
}
