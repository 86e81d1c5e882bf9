/** What may follow a number to multiply it, in the languages that are configured. */
const SCALE_WORD =
  /^[\s\u00A0\u202F-]?(?:hundred|thousand|million|billion|trillion|bn\b|mn?\b|k\b|mil\b|mila\b|mill|mili|milj|milh|bilh|bili|trilh|mln|mld|md[sr]?\b|tausend|duizend|tusen|mio|mrd|tys|tis|elfu|laki\b|χιλ|εκατ|δισ|nghìn|ngàn|triệu|tỷ|tỉ|тыс|млн|млрд|трлн|миллион|миллиард|триллион|ألف|آلاف|مليون|ملايين|مليار|تريليون|אלף|אלפי|מיליון|מיליארד|טריליון|هزار|میلیون|میلیارد|हज़ार|हजार|लाख|मिलियन|करोड़|बिलियन|अरब|พัน|หมื่น|แสน|ล้าน|ribu|juta|miliar|bin\b|milyon|milyar|[十百千万萬亿億兆천만백억조])/iu;

/** How far behind a number its scale word may end. */
const SCALE_LENGTH = 12;

/** Tells whether the number that ends there is multiplied by a word or sign: `40 mil`, `150万`. */
export function isScaled(text: string, end: number): boolean {
  return SCALE_WORD.test(text.slice(end, end + SCALE_LENGTH));
}

/** Most groups of one number: those of 64 bits have seven. */
const MAX_GROUPS = 7;

/** Digits that only marks or spaces part: `1 234`, `14:30`, `1950-53` are one, two groups or three each. */
export interface NumberRun {
  readonly start: number;
  readonly end: number;
  /** ASCII digits, zeros in front included. */
  readonly groups: readonly string[];
}

/** The runs of digits in a text, in reading order. */
export function numberRuns(text: string): readonly NumberRun[] {
  return Array.from(toAsciiDigits(text).matchAll(RUN), ({ index, 0: run }) => ({
    start: index,
    end: index + run.length,
    groups: run.split(/\D+/u),
  }));
}

// Marks of direction may stand inside numbers.
const RUN = /\d+(?:(?:\p{Cf}?[.,:h٫٬،/'’\s\u00A0\u202F]\p{Cf}?|\p{Cf})\d+)*/gu;

/**
 * All numbers that a text can be read to contain, as their digits alone, without leading zeros.
 *
 * Generous on purpose: digit groups that a separator or a space divides count each alone and joined
 * (`1 234` gives 1, 234 and 1234), because the separator's meaning depends on the locale.
 */
export function numbersInText(text: string): ReadonlySet<string> {
  return new Set(numberRuns(text).flatMap(({ groups }) => readingsOf(groups).map(({ digits }) => digits)));
}

/** A number that neighbouring groups of a run make together. */
export interface Reading {
  /** Without zeros in front. */
  readonly digits: string;
  /** Half-open, of the groups. */
  readonly from: number;
  readonly to: number;
}

/** Every number that the groups of a run can be read as. */
export function readingsOf(groups: readonly string[]): readonly Reading[] {
  const readings: Reading[] = [];
  for (let from = 0; from < groups.length; from += 1) {
    let joined = '';
    for (let to = from; to < Math.min(groups.length, from + MAX_GROUPS); to += 1) {
      joined += groups[to] ?? '';
      readings.push({ digits: withoutZeros(joined), from, to: to + 1 });
    }
  }
  return readings;
}

/** Writes the decimal digits of every script as 0 to 9; the length may not change in code points. */
export function toAsciiDigits(text: string): string {
  return text.replaceAll(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

export function stripTrailingZeros(digits: string): string {
  return digits.replace(/0+$/u, '') || '0';
}

/** Without zeros in front. */
export function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/u, '');
}

/** Unicode keeps each script's ten digits together, zero first. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) {
    zero -= 1;
  }
  return code - zero;
}
