import type { RepairFrames } from './frames.ts';
import { type Form, inDigits, nativeDigits } from './number-forms.ts';
import { fieldsOf, type Placeable, type WrittenDate } from './placeable.ts';

type Options = Intl.DateTimeFormatOptions;

/** Lengths in which a date of given fields is written; what the runtime does not offer is missing. */
const LENGTHS: Readonly<Record<string, readonly Options[]>> = {
  'year-month-day': [
    { year: 'numeric', month: 'long', day: 'numeric' },
    { year: 'numeric', month: 'short', day: 'numeric' },
    { year: 'numeric', month: '2-digit', day: '2-digit' },
    { year: 'numeric', month: 'numeric', day: 'numeric' },
  ],
  'month-day': [
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ],
  'year-month': [
    { year: 'numeric', month: 'long' },
    { year: 'numeric', month: 'short' },
  ],
  'weekday-month-day': [{ weekday: 'long', month: 'long', day: 'numeric' }],
  'weekday-year-month-day': [{ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }],
  weekday: [{ weekday: 'long' }],
  month: [{ month: 'long' }],
};

/**
 * The ways of writing a date in `locale`: what CLDR gives in its lengths, then the patterns that
 * people use beside it (`{d} tháng {m} năm {y}`; `{M}` is the month's name). Always Gregorian.
 */
export function dateForms(placeable: Placeable, locale: string, frames: RepairFrames): readonly Form[] {
  if (placeable.kind !== 'date') {
    return [];
  }
  const fields = fieldsOf(placeable.date);
  const place: DatePlace = { locale, firstOfMonth: frames.firstOfMonth };
  const own = frames.datePatterns?.[fields] ?? (fields === 'year' ? ['{y}'] : []);
  const writers = [
    ...(LENGTHS[fields] ?? []).map((options) => formatterOf(place, options)),
    ...own.map((pattern) => patternWriter(place, pattern)),
  ];
  const digits = nativeDigits(locale);
  const native =
    digits === undefined ? [] : writers.map((write) => (date: WrittenDate) => inDigits(write(date), digits));
  return [...writers, ...native].map((write) => formOf(placeable, write));
}

interface DatePlace {
  readonly locale: string;
  readonly firstOfMonth: string | undefined;
}

type Write = (date: WrittenDate) => string;

function formOf(placeable: Placeable, write: Write): Form {
  const of = (other: Placeable): string | undefined =>
    other.kind === 'date' ? write(other.date) : undefined;
  return { text: of(placeable) ?? '', of };
}

/** Writes by CLDR; the weekday is the one that is written, not the one that the calendar would give. */
function formatterOf({ locale, firstOfMonth }: DatePlace, options: Options): Write {
  const named = options.month === 'long' || options.month === 'short';
  return (date) =>
    partsOf(locale, options, date)
      .map(({ type, value }) => {
        if (type === 'weekday') {
          return weekdayName(locale, date);
        }
        return type === 'day' && date.day === 1 && named ? (firstOfMonth ?? value) : value;
      })
      .join('');
}

/** Inside a date some languages put the month into another case: "января", not "январь". */
function patternWriter({ locale, firstOfMonth }: DatePlace, pattern: string): Write {
  return (date) => {
    const { year, month, day } = date;
    const options: Options = { month: 'long', ...(day === undefined ? {} : { day: 'numeric' }) };
    const name = partsOf(locale, options, date).find(({ type }) => type === 'month')?.value;
    const values: Readonly<Record<string, string | number | undefined>> = {
      d: day === 1 && pattern.includes('{M}') ? (firstOfMonth ?? day) : day,
      m: month,
      y: year,
      M: name,
      W: weekdayName(locale, date),
    };
    return pattern.replaceAll(/\{(\w)\}/gu, (slot, key: string) => String(values[key] ?? slot));
  };
}

function weekdayName(locale: string, { weekday }: WrittenDate): string {
  const parts = partsOf(locale, { weekday: 'long' }, { weekday: weekday ?? 1 });
  return parts.find(({ type }) => type === 'weekday')?.value ?? '';
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats are dear to make and pure: one for each locale and length. */
function partsOf(locale: string, options: Options, date: WrittenDate): readonly Intl.DateTimeFormatPart[] {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  const fixed = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' } as const;
  const format = known ?? new Intl.DateTimeFormat(locale, { ...options, ...fixed });
  formats.set(key, format);
  return format.formatToParts(dayOf(date));
}

/** A leap year stands in where none is written; a bare weekday lies in the week of 2024-01-01, a Monday. */
function dayOf({ year, month, day, weekday }: WrittenDate): Date {
  return new Date(Date.UTC(year ?? 2024, (month ?? 1) - 1, day ?? weekday ?? 1));
}
