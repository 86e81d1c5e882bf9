import type { Span } from '../document/span.ts';
import { remembered } from '../text/remembered.ts';
import { tokenize } from '../text/tokenize.ts';
import { convertedAmounts } from './converted-amounts.ts';
import { isScaled, numbersInText, toAsciiDigits, withoutZeros } from './numbers-in-text.ts';

/** A number of the source, and what may stand for it in a translation. */
export interface SourceNumber {
  readonly text: string;
  readonly digits: string;
  /** Digits that stand for it: its own, the hour of the 24-hour clock, a decade without its century. */
  readonly forms: readonly string[];
  /** Numbers that stand for it together: hour and minute of `4.40 am`. */
  readonly parts: readonly string[];
  /** About what it is in units that a translation may use instead. */
  readonly converted: readonly number[];
  /** A scale word follows: zeros at its end say nothing. */
  readonly isScaled: boolean;
  /** Years are counted in another way in some calendars. */
  readonly isYear: boolean;
  /** Often said in words that do not name it: `100 percent`, `90 minutes`, `24/7`, `2000s`. */
  readonly isPhrase: boolean;
}

export interface SourceNumbers {
  readonly numbers: readonly SourceNumber[];
  /** Every number that the source can be read to contain, as `numbersInText` gives them. */
  readonly digits: ReadonlySet<string>;
}

/** What follows a number is looked at so far. */
const NEAR = 24;
const LAST_HOUR = 12;
/** One source is checked in many locales: it is read once. */
const REMEMBERED = { longest: 5000, most: 2000 };

/** Reads the numbers of a source text. */
export const sourceNumbers = remembered((source: string): SourceNumbers => {
  if (!/\p{Nd}/u.test(source)) {
    return { numbers: [], digits: new Set() };
  }
  const joined = joinedGroups(source);
  const numbers = numbersIn(source).map(({ text, start, end }) => {
    const [before, after] = [source.slice(Math.max(0, start - NEAR), start), source.slice(end, end + NEAR)];
    return readNumber(text, { before, after, joined: joined.get(start) });
  });
  return { numbers, digits: numbersInText(source) };
}, REMEMBERED);

interface Around {
  readonly before: string;
  readonly after: string;
  /** All digits of the groups that it stands among, as in a telephone number. */
  readonly joined: string | undefined;
}

function readNumber(text: string, { before, after, joined }: Around): SourceNumber {
  const written = toAsciiDigits(text);
  const digits = withoutZeros(written.replaceAll(/\D/gu, ''));
  const value = Number(written.replaceAll(',', ''));
  const isYear = /^(?:1[5-9]|20)\d\d$/u.test(written);
  const isDecade = isYear && /^s(?!\p{L})/u.test(after);
  const clock = clockForms(written, after);
  return {
    text,
    digits,
    forms: [
      digits,
      ...wholeForms(written),
      ...clock.forms,
      ...(joined === undefined ? [] : [withoutZeros(joined)]),
      ...(isDecade ? [digits.slice(2)] : []),
      ...yearsInFull(written, before),
    ],
    parts: clock.parts,
    converted: convertedAmounts(value, after),
    isScaled: isScaled(after, 0),
    isYear,
    isPhrase: (isDecade && digits.endsWith('00')) || isSaidOtherwise(digits, before, after),
  };
}

interface Written extends Span {
  readonly text: string;
}

/** Numbers that stand alone, and those in words: `89th`, `1930s`, `1.5bn`, `SS19`, `KB40192`; not those of `&#39;`. */
function numbersIn(source: string): readonly Written[] {
  const tokens = tokenize(source).filter(({ start }) => !source.endsWith('&#', start));
  return tokens.flatMap((token): readonly Written[] =>
    token.kind === 'number'
      ? [token]
      : token.kind === 'word' && /\p{Nd}/u.test(token.text)
        ? Array.from(token.text.matchAll(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu), ({ index, 0: text }) => ({
            text,
            start: token.start + index,
            end: token.start + index + text.length,
          }))
        : [],
  );
}

/** The digits of a run of groups (`0800 555 111`), by the place where each group begins. */
function joinedGroups(source: string): ReadonlyMap<number, string> {
  const joined = new Map<number, string>();
  for (const { index, 0: run } of source.matchAll(/(?<![\p{L}\p{N}])\+?\d+(?:[ -]\d{2,})+/gu)) {
    for (const group of run.matchAll(/\d+/gu)) {
      joined.set(index + group.index, run.replaceAll(/\D/gu, ''));
    }
  }
  return joined;
}

/** The same time on the other clock, and hour and minute where a stop parts them: `4.40 am`, `9 p.m.`, `9.30pm`. */
function clockForms(written: string, after: string): { forms: readonly string[]; parts: readonly string[] } {
  const half = /^(?::\d{2})?\s?(?<half>[ap])\.?m\b/iu.exec(after)?.groups?.['half'];
  const [, hour = '', minute] = /^(\d{1,2})(?:[.:](\d{2}))?$/u.exec(written) ?? [];
  if (half === undefined || hour === '' || Number(hour) > LAST_HOUR) {
    return { forms: [], parts: [] };
  }
  const other = String((Number(hour) % LAST_HOUR) + (half.toLowerCase() === 'p' ? LAST_HOUR : 0));
  return minute === undefined
    ? { forms: [other], parts: [] }
    : { forms: [withoutZeros(other + minute)], parts: [withoutZeros(minute)] };
}

/** `9.0`, `5,000.00` and `0.50` without the zeros at the end of decimals, which say nothing. */
function wholeForms(written: string): readonly string[] {
  const kept = /^(?<kept>[\d,]*\.(?:[1-9]+)?)0+$/u.exec(written)?.groups?.['kept'];
  return kept === undefined ? [] : [withoutZeros(kept.replaceAll(/\D/gu, ''))];
}

/** The second year of `1950-53`, the year of `SS19` and `'98` in full. */
function yearsInFull(written: string, before: string): readonly string[] {
  if (!/^\d{2}$/u.test(written)) {
    return [];
  }
  const century = /(?<![\p{N}.,])(?<century>[12]\d)\d{2}[-–/]$/u.exec(before)?.groups?.['century'];
  return century === undefined
    ? /[\p{Lu}'’‘]$/u.test(before)
      ? [`19${written}`, `20${written}`]
      : []
    : [century + written];
}

/** "8:00", "COVID-19", "100 percent certain", "half an hour", "a day and a night", "twice". */
function isSaidOtherwise(digits: string, before: string, after: string): boolean {
  return (
    (digits === '0' && before.endsWith(':')) ||
    /\p{Lu}-$/u.test(before) ||
    (/^(?:25|50|75|100)$/u.test(digits) && /^[\s-]?(?:%|per\s?cent)/iu.test(after)) ||
    (/^(?:15|18|24|30|45|48|60|90)$/u.test(digits) &&
      /^[\s-]?(?:minute|min\b|hour|month|h\b)/iu.test(after)) ||
    (digits === '24' && after.startsWith('/7')) ||
    (digits === '7' && before.endsWith('24/'))
  );
}
