import { fullYear } from './full-year.ts';
import { type Lexeme, lexemeOf } from './lexeme.ts';
import { type Rule, rule } from './rule.ts';
import { smallNumber } from './small-number.ts';

/** Numbers that a word before them makes a year or an ordinal: "平成30", "第3". */
export const MARKED_NUMBER_RULES: readonly Rule[] = [
  rule('era number', (get) => {
    const year = (get('era') ?? 0) + (get('number') ?? 0);
    return Number.isInteger(year) && get('number') !== 0 && year < 2200 ? { year } : undefined;
  }),
  rule('ordinalMark number', (get) => {
    const ordinal = get('number');
    return ordinal === undefined || !Number.isInteger(ordinal)
      ? undefined
      : { ordinal, ...smallNumber(ordinal) };
  }),
];

/**
 * Joins the words of a year read digit by digit, as Han writes them: "二〇一五", and "零八" before
 * the mark of a year. Words with spaces between them stay as they are, and so do two numbers that
 * follow each other, which are a guess: "三四年" is three or four years.
 */
export function joinSpelledYears(lexemes: readonly Lexeme[]): readonly Lexeme[] {
  if (!lexemes.some((lexeme, at) => isDigitWord(lexeme) && touches(lexemes, at + 1))) {
    return lexemes;
  }
  const joined: Lexeme[] = [];
  let at = 0;
  for (let lexeme = lexemes[at]; lexeme !== undefined; lexeme = lexemes[at]) {
    const digits = spelledDigits(lexemes, at);
    const marked = lexemes[at + digits.length]?.senses.yearMark === true;
    const last = lexemes[at + digits.length - 1];
    if (last !== undefined && (digits.length === 4 || (digits.length === 2 && marked && !isGuess(digits)))) {
      const year = fullYear(digits);
      joined.push(lexemeOf(lexeme.start, last.end, { number: Number(digits), digits, ...yearOf(year) }));
      at += digits.length;
    } else {
      joined.push(lexeme);
      at += 1;
    }
  }
  return joined;
}

function yearOf(year: number): { readonly year?: number } {
  return year >= 1000 && year < 2200 ? { year } : {};
}

function isGuess(digits: string): boolean {
  return Number(digits[1]) === Number(digits[0]) + 1 && !digits.startsWith('0');
}

function isDigitWord({ senses: { number, digits, scale } }: Lexeme): boolean {
  return (
    number !== undefined &&
    number < 10 &&
    Number.isInteger(number) &&
    digits === undefined &&
    scale === undefined
  );
}

function touches(lexemes: readonly Lexeme[], at: number): boolean {
  return lexemes[at - 1]?.end === lexemes[at]?.start;
}

/** The digits that words without anything between them say, from `from` on. */
function spelledDigits(lexemes: readonly Lexeme[], from: number): string {
  let digits = '';
  for (let at = from; at < lexemes.length; at += 1) {
    const lexeme = lexemes[at];
    if (lexeme === undefined || !isDigitWord(lexeme) || (at > from && !touches(lexemes, at))) {
      break;
    }
    digits += String(lexeme.senses.number);
  }
  return digits;
}
