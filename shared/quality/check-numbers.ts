import { languageOf } from '../document/locale.ts';
import type { QaFinding } from '../document/rendition.ts';
import type { Span } from '../document/span.ts';
import { fold } from '../text/fold.ts';
import type { CheckedPair } from './checked-pair.ts';
import { cjkNumbers } from './cjk-numbers.ts';
import { isAbout } from './converted-amounts.ts';
import { isInWords } from './number-words.ts';
import { isScaled, numberRuns, readingsOf, stripTrailingZeros, withoutZeros } from './numbers-in-text.ts';
import { type SourceNumber, sourceNumbers } from './source-numbers.ts';

/** Numbers up to this one are often written in words ("2 men", "dos hombres"): nothing is said of them. */
const LARGEST_SPELLED = 12;

/**
 * Finds numbers of the source that the target does not have, with the number that stands there instead.
 *
 * Grouping, decimal marks and digits of any script are looked through; a target may convert miles,
 * pounds and the like, and write a number with another scale word (`1.5 million`, `150万`), an afternoon
 * hour on the 24-hour clock, in words, and anything up to twelve as it likes.
 */
export function findMissingNumbers({ source, target, locale }: CheckedPair): readonly QaFinding[] {
  const { numbers, digits } = sourceNumbers(source);
  if (numbers.length === 0) {
    return [];
  }
  const text = readTarget(target);
  const missing = numbers.filter((number) => !isSmall(number) && !isThere(number, text));
  if (missing.length === 0) {
    return [];
  }
  const strangers = strangersIn(text, { numbers, digits });
  const more = readSigns(target, text);
  const language = languageOf(locale);
  const lost = missing.filter(
    (number) =>
      !isThere(number, more) &&
      !isInOtherCalendar(number, text.found, language) &&
      (insteadOf(number, strangers) !== undefined || !isSaid(number, target, language)),
  );
  return [...new Map(lost.map((number) => [number.text, number])).values()].map((number) =>
    findingOf(number, insteadOf(number, strangers), target),
  );
}

function findingOf({ text }: SourceNumber, instead: Span | undefined, target: string): QaFinding {
  const message = `The number ${text} of the source is not in the target`;
  return instead === undefined
    ? { rule: 'number-missing', severity: 'warning', message }
    : {
        rule: 'number-missing',
        severity: 'warning',
        message: `${message}, which has ${target.slice(instead.start, instead.end)}`,
        span: { start: instead.start, end: instead.end },
      };
}

function isSmall({ text, digits }: SourceNumber): boolean {
  return /^[1-9]?\d$/u.test(text) && Number(digits) <= LARGEST_SPELLED;
}

interface TargetNumbers {
  readonly runs: ReturnType<typeof numberRuns>;
  /** Digits of every number that it can be read to contain. */
  readonly found: ReadonlySet<string>;
  /** Of those that a scale word follows, without zeros at the end. */
  readonly scaled: ReadonlySet<string>;
}

function readTarget(target: string): TargetNumbers {
  const runs = numberRuns(target);
  const found = new Set<string>();
  const scaled = new Set<string>();
  for (const { groups, end } of runs) {
    const multiplied = isScaled(target, end);
    for (const { digits, to } of readingsOf(groups)) {
      found.add(digits);
      if (multiplied && to === groups.length) {
        scaled.add(stripTrailingZeros(digits));
      }
    }
  }
  return { runs, found, scaled };
}

/** With the numbers that are written without digits. */
function readSigns(target: string, { runs, found, scaled }: TargetNumbers): TargetNumbers {
  return { runs, found: new Set([...found, ...romanNumbers(target), ...cjkNumbers(target)]), scaled };
}

function isThere(number: SourceNumber, { found, scaled }: TargetNumbers): boolean {
  const { forms, parts, converted } = number;
  return (
    forms.some((form) => found.has(form) || scaled.has(stripTrailingZeros(form))) ||
    (number.isScaled && isAmong(found, number)) ||
    (parts.length > 0 && parts.every((part) => found.has(part))) ||
    converted.some((expected) => [...found].some((digits) => isAbout(digits, expected)))
  );
}

/** `1.5 million` as 1500000, or as 15 lakh. */
function isAmong(found: ReadonlySet<string>, { digits }: SourceNumber): boolean {
  const bare = stripTrailingZeros(digits);
  return [...found].some((other) => stripTrailingZeros(other) === bare);
}

interface Stranger extends Span {
  readonly digits: string;
}

/** Numbers of the target that nothing in the source explains. */
function strangersIn(
  { runs, scaled }: TargetNumbers,
  { numbers, digits: own }: ReturnType<typeof sourceNumbers>,
): readonly Stranger[] {
  const known = new Set([...own, ...numbers.flatMap(({ forms, parts }) => [...forms, ...parts])]);
  const isAnyScaled = scaled.size > 0 || numbers.some((number) => number.isScaled);
  const bare = new Set(isAnyScaled ? [...known].map(stripTrailingZeros) : []);
  return runs.flatMap(({ start, end, groups }) => {
    const readings = readingsOf(groups);
    const isKnown = (at: number): boolean =>
      readings.some(
        ({ digits, from, to }) =>
          from <= at && at < to && (known.has(digits) || bare.has(stripTrailingZeros(digits))),
      );
    const strange = withoutZeros(groups.filter((_, at) => !isKnown(at)).join(''));
    const isConverted = numbers.some(({ converted }) => converted.some((each) => isAbout(strange, each)));
    return strange === '' || isConverted ? [] : [{ start, end, digits: strange }];
  });
}

/** A stranger with as many digits: what a number was mistaken for. */
function insteadOf({ digits }: SourceNumber, strangers: readonly Stranger[]): Span | undefined {
  return strangers.find((stranger) => stranger.digits.length === digits.length);
}

/** Years that lie between ours and those of the calendar that a language may count by. */
const CALENDARS: Readonly<Record<string, readonly number[]>> = { th: [543], fa: [-621, -622] };

function isInOtherCalendar(
  { digits, isYear }: SourceNumber,
  found: ReadonlySet<string>,
  language: string,
): boolean {
  return isYear && (CALENDARS[language] ?? []).some((years) => found.has(String(Number(digits) + years)));
}

/** Said without its digits. */
function isSaid(number: SourceNumber, target: string, language: string): boolean {
  const value = Number(number.digits);
  return (
    number.isPhrase ||
    isInWords(number.forms.length > 1 && number.isYear ? value % 100 : value, fold(target), language)
  );
}

/** Centuries are written in Roman digits in many languages. */
function romanNumbers(target: string): readonly string[] {
  return (target.match(/(?<!\p{L})[XVI]{2,6}(?!\p{Lu})/gu) ?? []).map((roman) => {
    const values = Array.from(roman, (digit) => ({ X: 10, V: 5, I: 1 })[digit] ?? 0);
    const sum = values.reduce(
      (total, value, at) => total + (value < (values[at + 1] ?? 0) ? -value : value),
      0,
    );
    return String(sum);
  });
}
