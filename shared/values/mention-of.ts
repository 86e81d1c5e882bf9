import type { EntityValue } from '../document/entity-mention.ts';
import type { EntityType } from '../document/entity-type.ts';
import { type ClockTime, clockText } from './clock-time.ts';
import type { DateForm } from './dates/date-expression.ts';
import { isoDuration } from './iso-duration.ts';
import type { Lexeme } from './lexeme.ts';
import type { ValueGrammar } from './value-grammar.ts';

/** A lexeme read as a mention of a value. */
export interface ValueMention {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly reading:
    | { readonly kind: 'date'; readonly date: DateForm }
    | { readonly kind: 'value'; readonly value: EntityValue };
  /** Nothing else is written so. */
  readonly sure: boolean;
}

interface Beside {
  readonly lexeme: Lexeme;
  readonly before: Lexeme | undefined;
}

/** What a lexeme says by itself, after all rules; undefined where it is only a word. */
export function mentionOf(
  text: string,
  { lexeme, before }: Beside,
  grammar: ValueGrammar,
): ValueMention | undefined {
  const { start, end, senses } = lexeme;
  const { date, time, duration, value } = senses;
  if (value !== undefined) {
    return { start, end, type: value.type, reading: { kind: 'value', value: value.value }, sure: true };
  }
  if (date !== undefined) {
    return { start, end, type: dateType(date), reading: { kind: 'date', date }, sure: true };
  }
  const ofClock = before?.senses.atClock === true || before?.senses.bound !== undefined;
  if (time !== undefined && (duration === undefined || ofClock)) {
    return time.open === true && !saysClock(before, grammar)
      ? undefined
      : { start, end, type: 'TIME', reading: { kind: 'value', value: timeValue(time) }, sure: true };
  }
  if (duration !== undefined) {
    return durationMention(lexeme, before);
  }
  const part = partMention(text, lexeme, before);
  if (part !== undefined) {
    return part;
  }
  return bareYear(text, lexeme, before) ?? numberMention(text, lexeme, grammar);
}

function dateType(date: DateForm): EntityType {
  if (date.form === 'span') {
    return 'DURATION';
  }
  return date.part === undefined && date.clock === undefined && date.form !== 'moment' ? 'DATE' : 'TIME';
}

function saysClock(before: Lexeme | undefined, { table }: ValueGrammar): boolean {
  return table.clockAlone && (before?.senses.atClock === true || before?.senses.bound !== undefined);
}

function timeValue({ hour, minute, second, zone, until }: ClockTime): EntityValue {
  return {
    kind: 'time',
    time: clockText({ hour, minute, ...(second === undefined ? {} : { second }) }),
    ...(zone === undefined ? {} : { zone }),
    ...(until === undefined ? {} : { until: clockText(until) }),
  };
}

/** "in the evening": a part of a day that no date goes with. */
function partMention(
  text: string,
  { start, end, senses }: Lexeme,
  before: Lexeme | undefined,
): ValueMention | undefined {
  const { part } = senses;
  const told =
    /\s/u.test(text.slice(start, end)) || before?.senses.prep === true || before?.senses.mod !== undefined;
  return part === undefined || !told || senses.dayWord !== undefined
    ? undefined
    : {
        start,
        end,
        type: 'TIME',
        reading: { kind: 'date', date: { form: 'fixed', timex: `T${part}` } },
        sure: false,
      };
}

/** "a week" is a length of time only behind a preposition: "80 barrels a day" is not. */
function durationMention(
  { start, end, senses }: Lexeme,
  before: Lexeme | undefined,
): ValueMention | undefined {
  const parts = senses.duration ?? [];
  const article = senses.unsure === true;
  const sure = !article || parts[0]?.unit === 'hour' || before?.senses.prep === true;
  if (!sure) {
    return undefined;
  }
  return {
    start,
    end,
    type: 'DURATION',
    reading: { kind: 'value', value: { kind: 'duration', duration: isoDuration(parts) } },
    sure: true,
  };
}

/** What stands between a bare year and the word before it: nothing that would make it a name's number. */
const OPENS_YEAR = /(?:^|[\s(（[=<>])$/u;
const NAME_BEFORE = /\p{Lu}[\p{L}\p{M}’'.-]*\s+$/u;
const NO_YEAR_BEHIND = /^(?:\s*[%°$€£]|[-–]\p{L}|\s+(?:\p{Ll}{3,}s|people|million|billion)(?!\p{L}))/u;

/** A year that no word announces: "(2014)", "sales 2008"; not "Agenda 2030", "2000 soldiers". */
function bareYear(
  text: string,
  { start, end, senses }: Lexeme,
  before: Lexeme | undefined,
): ValueMention | undefined {
  const year = senses.digits === undefined ? 0 : (senses.year ?? 0);
  const head = text.slice(Math.max(0, start - 40), start);
  if (year < 1800 || year > 2100 || before?.senses.currency !== undefined || !OPENS_YEAR.test(head)) {
    return undefined;
  }
  if (NAME_BEFORE.test(head) || NO_YEAR_BEHIND.test(text.slice(end, end + 30))) {
    return undefined;
  }
  return {
    start,
    end,
    type: 'DATE',
    reading: { kind: 'date', date: { form: 'calendar', year } },
    sure: false,
  };
}

/** Numbers in digits, and in words with their magnitude; ordinals in digits. */
function numberMention(
  text: string,
  { start, end, senses }: Lexeme,
  grammar: ValueGrammar,
): ValueMention | undefined {
  const { number, digits, ordinal } = senses;
  if (
    ordinal !== undefined &&
    number === undefined &&
    /^\d/u.test(text.slice(start, end)) &&
    /[\p{L}ºª]$/u.test(text.slice(start, end))
  ) {
    return valued({ start, end, type: 'ORDINAL' }, { kind: 'ordinal', value: ordinal });
  }
  if (number === undefined || (digits === undefined && number < 100)) {
    return undefined;
  }
  const counted = countedBehind(text, end, grammar);
  if (counted !== undefined) {
    return valued(
      { start, end: counted.end, type: 'QUANTITY' },
      { kind: 'number', value: number, ...counted.detail },
    );
  }
  const bare = senses.year !== undefined && digits !== undefined;
  return bare
    ? undefined
    : valued(
        { start, end, type: isAge(text, start, grammar) ? 'QUANTITY' : 'CARDINAL' },
        { kind: 'number', value: number },
      );
}

function isAge(text: string, start: number, { language }: ValueGrammar): boolean {
  return language === 'en' && /\baged\s+$/iu.test(text.slice(Math.max(0, start - 8), start));
}

/** The noun that a number counts: "10,000 soldiers". */
function countedBehind(
  text: string,
  end: number,
  { counted }: ValueGrammar,
): { readonly end: number; readonly detail: { readonly counted?: string } } | undefined {
  if (counted === undefined) {
    return undefined;
  }
  counted.lastIndex = end;
  const [whole, noun] = counted.exec(text) ?? [];
  return whole === undefined
    ? undefined
    : { end: end + whole.length, detail: noun === undefined ? {} : { counted: noun } };
}

function valued(
  place: { readonly start: number; readonly end: number; readonly type: EntityType },
  value: EntityValue,
): ValueMention {
  return { ...place, reading: { kind: 'value', value }, sure: true };
}
