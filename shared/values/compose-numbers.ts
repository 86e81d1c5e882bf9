import { type Lexeme, lexemeOf } from './lexeme.ts';
import type { Senses } from './senses.ts';
import { smallNumber } from './small-number.ts';

interface Sum {
  readonly total: number;
  readonly current: number;
  readonly end: number;
  readonly ordinal: boolean;
  readonly parts: number;
}

/**
 * Joins the words of a number: "two hundred and fifty", "1.2 million", "zwei Millionen", "三千万".
 * Lexemes that are a number alone keep all their senses.
 */
export function composeNumbers(lexemes: readonly Lexeme[]): readonly Lexeme[] {
  if (
    !lexemes.some(
      ({ senses }) => senses.scale !== undefined || senses.fraction !== undefined || isTens(senses.number),
    )
  ) {
    return lexemes;
  }
  const joined: Lexeme[] = [];
  let at = 0;
  for (let lexeme = lexemes[at]; lexeme !== undefined; lexeme = lexemes[at]) {
    const sum = sumFrom(lexemes, at);
    if (sum === undefined || sum.parts < 2) {
      joined.push(lexeme);
      at += 1;
      continue;
    }
    joined.push(lexemeOf(lexeme.start, lexemes[sum.end - 1]?.end ?? lexeme.end, sensesOf(sum, lexeme)));
    at = sum.end;
  }
  return joined;
}

function isTens(value: number | undefined): boolean {
  return value !== undefined && value >= 20 && value % 10 === 0;
}

function sensesOf(sum: Sum, first: Lexeme): Partial<Senses> {
  const value = Number((sum.total + sum.current).toPrecision(15));
  const { digits } = first.senses;
  const small = smallNumber(value);
  return sum.ordinal
    ? { ordinal: value, ...(small.dom === undefined ? {} : { dom: small.dom }) }
    : { number: value, ...small, ...(digits === undefined ? yearInWords(value) : { digits }) };
}

/** "two thousand and five" may be a year; round numbers are not written so for one. */
function yearInWords(value: number): Partial<Senses> {
  return value > 1100 && value < 2100 && value % 100 !== 0 && Number.isInteger(value) ? { year: value } : {};
}

function sumFrom(lexemes: readonly Lexeme[], from: number): Sum | undefined {
  const first = lexemes[from];
  const start = first && startOf(first, lexemes[from + 1]);
  if (start === undefined) {
    return undefined;
  }
  const money = lexemes[from - 1]?.senses.currency !== undefined;
  let sum: Sum = { total: 0, current: start, end: from + 1, ordinal: false, parts: 1 };
  for (;;) {
    const next = step(sum, lexemes, { digits: first?.senses.digits !== undefined, money });
    if (next === undefined) {
      return sum;
    }
    sum = next;
  }
}

function startOf({ senses }: Lexeme, next: Lexeme | undefined): number | undefined {
  if (senses.number !== undefined) {
    return senses.number;
  }
  return (senses.scale !== undefined && senses.measure === undefined && senses.scale <= 1000) ||
    (senses.fraction !== undefined && next?.senses.scale !== undefined)
    ? (senses.fraction ?? 1) * (senses.scale ?? 1)
    : undefined;
}

function step(
  sum: Sum,
  lexemes: readonly Lexeme[],
  { digits, money }: { readonly digits: boolean; readonly money: boolean },
): Sum | undefined {
  const skip = isJoint(lexemes, sum.end) ? 1 : 0;
  const next = lexemes[sum.end + skip];
  if (next === undefined) {
    return undefined;
  }
  const { scale, number, ordinal, fraction, article, digits: written, measure } = next.senses;
  const end = sum.end + skip + 1;
  const parts = sum.parts + 1;
  if (scale !== undefined && (measure === undefined || money) && skip === 0) {
    return { ...scaled(sum, scale), end, parts, ordinal: false };
  }
  const half = article === true && skip === 1 ? lexemes[end]?.senses.fraction : undefined;
  if (
    half !== undefined &&
    lexemes[sum.end]?.senses.and === true &&
    lexemes[end]?.senses.article === undefined
  ) {
    return { ...sum, current: sum.current + half, end: end + 1, parts };
  }
  if (
    fraction === 0.5 &&
    skip === 1 &&
    lexemes[sum.end]?.senses.and === true &&
    lexemes[end]?.senses.unit !== undefined
  ) {
    return { ...sum, current: sum.current + fraction, end, parts };
  }
  const value = number ?? ordinal;
  if (value === undefined || digits || written !== undefined || !fits(sum, value)) {
    return undefined;
  }
  return { ...sum, current: sum.current + value, end, parts, ordinal: number === undefined };
}

function isJoint(lexemes: readonly Lexeme[], at: number): boolean {
  const joint = lexemes[at];
  const dash =
    joint?.senses.dash === true &&
    joint.start === lexemes[at - 1]?.end &&
    joint.end === lexemes[at + 1]?.start;
  return joint?.senses.and === true || dash;
}

function scaled({ total, current }: Sum, scale: number): { total: number; current: number } {
  if (scale < 1000) {
    return { total, current: (current === 0 ? 1 : current) * scale };
  }
  return scale > total && total > 0
    ? { total: (total + current) * scale, current: 0 }
    : { total: total + (current === 0 ? 1 : current) * scale, current: 0 };
}

/** Tells whether a smaller number goes on: ones after tens, anything below the last scale. */
function fits({ total, current }: Sum, value: number): boolean {
  if (current === 0) {
    return total > 0 && value < 1000;
  }
  const rest = current % 100;
  if (rest === 0) {
    return value < 100;
  }
  const afterTens = rest % 10 === 0 && value < 10 && (rest >= 20 || current === 10);
  // "soixante-douze", "quatre-vingt-douze"
  return afterTens || ((rest === 60 || rest === 80) && value < 20);
}
