import { charClass } from './char-class.ts';
import { isDay } from './dates/calendar.ts';
import type { DateForm } from './dates/date-expression.ts';
import { fullYear } from './full-year.ts';
import { type Lexeme, lexemeOf } from './lexeme.ts';
import type { FoundLexeme, Reading } from './reading.ts';
import type { Senses } from './senses.ts';
import { smallNumber } from './small-number.ts';
import type { ValueGrammar } from './value-grammar.ts';

const ISO_DATE =
  /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])/uy;
const YEAR_MONTH = /(\d{4})[-/](0?[1-9]|1[0-2])(?![\d\-/.:])/uy;
const LONG_DATE = /(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?![\d\-/]|\.\d)/uy;
const SHORT_DATE = /(\d{1,2})(\/|-|\.\s?)(\d{1,2})(\.?)(?![\d/:%]|-\d(?!\d?\/)|[.,]\d)/uy;
const CLOCK = /([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：]([0-5]\d))?(?![\d:])/uy;
const DOT_CLOCK = /([01]?\d|2[0-3])\.([0-5]\d)(?!\d|[.,]\d)/uy;
const DECADE = /(1[5-9]\d0|20\d0|[2-9]0)(?:['’]?s|er|erne|-talet)(?!\p{L})/uy;
const POINT_NUMBER = /\d{1,3}(?:[,\u00A0\u202F’']\d{3})+(?:\.\d+)?(?![\d]|,\d)|\d+(?:\.\d+)?(?!\d|[.,]\d)/uy;
const COMMA_NUMBER =
  /\d{1,3}(?:[.\u00A0\u202F’' ]\d{3})+(?:,\d+)?(?![\d]|[.,]\d)|\d+(?:[.,]\d+)?(?!\d|[.,]\d)/uy;

/** A mark or the end of the text. */
const CLOSED = /^(?:\s*[,.;:!?)\]»”"](?!\d)|\s*$)/u;
/** A date without marks, as file names have it. */
const COMPACT_DATE = /((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d|[.,]\d)/uy;

/**
 * Reads what begins with a digit: dates and times of day in digits, decades, ordinals, numbers as the
 * language writes them. Digits inside a name ("F-16"), a version or an address are no lexeme.
 */
export function readDigits(text: string, at: number, reading: Reading): FoundLexeme {
  const { grammar } = reading;
  if (isTied(text, at, reading)) {
    return { end: endOfDigits(text, at) };
  }
  const lexeme =
    dateAt(text, at, reading) ??
    clockAt(text, at) ??
    decadeAt(text, at) ??
    ordinalAt(text, at, grammar) ??
    numberAt(text, at, grammar);
  return lexeme === undefined ? { end: endOfDigits(text, at) } : { lexeme, end: lexeme.end };
}

/** Tells whether the digits belong to an unknown word before them. */
function isTied(text: string, at: number, { grammar, island }: Reading): boolean {
  const before = charClass(text.charCodeAt(at - 1));
  const last = island.at(-1);
  if (at === 0 || before === 'space' || before === 'apostrophe') {
    return false;
  }
  if (before === 'letter') {
    return !grammar.table.dense && last?.end !== at;
  }
  const mark = text.charAt(at - 1);
  const earlier = at > 1 ? charClass(text.charCodeAt(at - 2)) : 'space';
  if (mark === '-' || mark === '/') {
    return earlier === 'letter' ? island.length < 2 || island.at(-2)?.end !== at - 1 : last?.end !== at;
  }
  return (mark === '.' || mark === ',' || mark === ':') && earlier === 'digit';
}

function endOfDigits(text: string, start: number): number {
  let end = start + 1;
  while (
    end < text.length &&
    (charClass(text.charCodeAt(end)) === 'digit' ||
      (/[.,:]/u.test(text.charAt(end)) && charClass(text.charCodeAt(end + 1)) === 'digit'))
  ) {
    end += 1;
  }
  return end;
}

function execAt(regex: RegExp, text: string, at: number): RegExpExecArray | undefined {
  regex.lastIndex = at;
  return regex.exec(text) ?? undefined;
}

function dateAt(text: string, at: number, { grammar, island }: Reading): Lexeme | undefined {
  const iso = execAt(ISO_DATE, text, at);
  if (iso !== undefined) {
    const [whole, year, , month, day, hour, minute] = iso;
    const date = dayForm({ year: Number(year), month: Number(month), day: Number(day) });
    const clock = hour === undefined ? {} : { clock: { hour: Number(hour), minute: Number(minute) } };
    return date && lexemeOf(at, at + whole.length, { date: { ...date, ...clock } });
  }
  const compact = execAt(COMPACT_DATE, text, at);
  if (compact !== undefined) {
    const [whole, year, month, day] = compact;
    const date = dayForm({ year: Number(year), month: Number(month), day: Number(day) });
    return date && lexemeOf(at, at + whole.length, { date });
  }
  const long = execAt(LONG_DATE, text, at);
  if (long !== undefined) {
    const [whole, first, , second, year = ''] = long;
    const date = inOrder(Number(first), Number(second), grammar, fullYear(year));
    return date && lexemeOf(at, at + whole.length, { date });
  }
  const yearMonth = execAt(YEAR_MONTH, text, at);
  if (yearMonth !== undefined && /^(?:19|20)/u.test(yearMonth[0])) {
    const [whole, year, month] = yearMonth;
    return lexemeOf(at, at + whole.length, {
      date: { form: 'calendar', year: Number(year), month: Number(month) },
    });
  }
  return shortDateAt(text, at, { grammar, island });
}

/** "27/11" and, where the full stop makes an ordinal, "27.11.": dates only beside words that say so. */
function shortDateAt(text: string, at: number, { grammar }: Reading): Lexeme | undefined {
  const short = execAt(SHORT_DATE, text, at);
  if (short === undefined) {
    return undefined;
  }
  const [whole, first, mark = '', second, dot] = short;
  const dotted = mark.startsWith('.');
  if (dotted ? !grammar.table.ordinalDot || dot === '' : mark !== '/' || dot !== '') {
    return mark === '/' && dot === '.'
      ? shortDate(at, whole.length - 1, inOrder(Number(first), Number(second), grammar))
      : undefined;
  }
  return shortDate(at, whole.length, inOrder(Number(first), Number(second), grammar));
}

function shortDate(at: number, length: number, form: DateForm | undefined): Lexeme | undefined {
  return form && lexemeOf(at, at + length, { numericDate: form });
}

/** A day from two numbers, in the order of the language; a date that nobody can tell has no value. */
function inOrder(
  first: number,
  second: number,
  { table }: ValueGrammar,
  year?: number,
): DateForm | undefined {
  const day = (month: number, dom: number): DateForm | undefined =>
    dayForm({ ...(year === undefined ? {} : { year }), month, day: dom });
  switch (table.dateOrder) {
    case 'dmy':
      return day(second, first) ?? day(first, second);
    case 'mdy':
    case 'ymd':
      return day(first, second) ?? day(second, first);
    case 'open': {
      const either = day(first, second);
      const other = day(second, first);
      return either !== undefined && other !== undefined && first !== second
        ? { form: 'unclear' }
        : (either ?? other);
    }
    default:
      return table.dateOrder satisfies never;
  }
}

function dayForm(fields: { year?: number; month: number; day: number }): DateForm | undefined {
  return isDay({ year: fields.year ?? 2024, month: fields.month, day: fields.day })
    ? { form: 'calendar', ...fields }
    : undefined;
}

function clockAt(text: string, at: number): Lexeme | undefined {
  const found = execAt(CLOCK, text, at);
  if (found === undefined) {
    return undefined;
  }
  const [whole, hour, minute, second] = found;
  const seconds = second === undefined ? {} : { second: Number(second) };
  return lexemeOf(at, at + whole.length, {
    clock: { hour: Number(hour), minute: Number(minute), ...seconds },
  });
}

function decadeAt(text: string, at: number): Lexeme | undefined {
  const found = execAt(DECADE, text, at);
  if (found === undefined) {
    return undefined;
  }
  const [whole, digits = ''] = found;
  const year = digits.length === 4 ? digits : `${Number(digits) < 30 ? '20' : '19'}${digits}`;
  const start = /['’]/u.test(text.charAt(at - 1)) && digits.length === 2 ? at - 1 : at;
  return lexemeOf(start, at + whole.length, { decade: year.slice(0, 3) });
}

function ordinalAt(text: string, at: number, { table }: ValueGrammar): Lexeme | undefined {
  const digits = /\d{1,4}/uy;
  const found = execAt(digits, text, at);
  const value = Number(found?.[0]);
  const end = at + (found?.[0].length ?? 0);
  const suffix = table.ordinalSuffix.find(
    (each) => text.startsWith(each, end) && charClass(text.charCodeAt(end + each.length)) !== 'letter',
  );
  if (found !== undefined && suffix !== undefined) {
    return lexemeOf(at, end + suffix.length, {
      ordinal: value,
      digits: found[0],
      ...(value <= 31 ? { dom: value } : {}),
    });
  }
  const dot =
    table.ordinalDot && text[end] === '.' && /^\.\s*\p{L}/u.test(text.slice(end, end + 4)) && value <= 31;
  return dot ? lexemeOf(at, end + 1, { ordinal: value, digits: String(value), dom: value }) : undefined;
}

function numberAt(text: string, at: number, { table }: ValueGrammar): Lexeme | undefined {
  const found = execAt(table.decimal === ',' ? COMMA_NUMBER : POINT_NUMBER, text, at);
  if (found === undefined) {
    return undefined;
  }
  const digits = found[0];
  const plain = /^\d+$/u.test(digits);
  const value = readNumber(digits, table.decimal);
  const dotClock = execAt(DOT_CLOCK, text, at);
  const [, dotDay, dotMonth] = table.ordinalDot ? (/^(\d{1,2})\.(\d{1,2})$/u.exec(digits) ?? []) : [];
  const dotted = dotDay === undefined ? undefined : dayForm({ month: Number(dotMonth), day: Number(dotDay) });
  const senses: Partial<Senses> = {
    number: value,
    digits,
    ...(plain && digits.length <= 2 ? smallNumber(value) : {}),
    ...(plain && digits.length === 2 && value < 60 ? { minute: value } : {}),
    ...(plain && digits.length === 4 && value >= 1000 && value < 2200 ? { year: value } : {}),
    ...(plain && digits.length === 2 && CLOSED.test(text.slice(at + 2, at + 5)) ? { closed: true } : {}),
    ...(dotClock?.[0] === digits
      ? {
          clock: { hour: Number(dotClock[1]), minute: Number(dotClock[2]), open: true },
          ...(table.decimal === ',' ? { dotClock: true } : {}),
        }
      : {}),
  };
  return lexemeOf(at, at + digits.length, dotted === undefined ? senses : { ...senses, numericDate: dotted });
}

/** Reads digits as the language separates them; one separator before three digits groups them. */
function readNumber(digits: string, decimal: '.' | ','): number {
  if (decimal === '.') {
    return Number(digits.replaceAll(/[^\d.]/gu, ''));
  }
  const grouped = /^\d{1,3}(?:[^\d,]\d{3})+(?:,\d+)?$/u.test(digits);
  return Number((grouped ? digits.replaceAll(/[^\d,]/gu, '') : digits).replace(',', '.'));
}
