/** A word or sign that multiplies the number before it, in the languages that are configured. */
export const SCALE_WORD =
  /\p{N}[\s\u00A0\u202F-]?(?:hundred|thousand|million|billion|trillion|bn\b|mn?\b|k\b|mil|mill|md[sr]?\b|milh|bilh|trilh|tausend|mio|mrd|nghìn|ngàn|triệu|tỷ|tỉ|тыс|млн|млрд|трлн|миллион|миллиард|триллион|ألف|آلاف|مليون|ملايين|مليار|تريليون|אלף|אלפי|מיליון|מיליארד|טריליון|هزار|میلیون|میلیارد|हज़ार|हजार|लाख|मिलियन|करोड़|बिलियन|अरब|พัน|หมื่น|แสน|ล้าน|ribu|juta|miliar|bin\b|milyon|milyar|[十百千万萬亿億兆천만백억조])/iu;

/** `1億4800万` is 148 million: the lower sign counts ten thousands, the upper one ten thousand of these. */
const MYRIADS = /(?<upper>\d{1,4})\s?[億亿억]\s?(?<lower>\d{1,4})\s?[万萬만]/gu;

/** Most groups of one number: those of 64 bits have seven. */
const MAX_GROUPS = 7;

/**
 * All numbers that a text can be read to contain, as their digits alone, without leading zeros.
 *
 * Generous on purpose: digit groups that a separator or a space divides count each alone and joined
 * (`1 234` gives 1, 234 and 1234), because the separator's meaning depends on the locale.
 */
export function numbersInText(text: string): ReadonlySet<string> {
  const numbers = new Set<string>();
  const digits = toAsciiDigits(text).replaceAll(/\p{Cf}/gu, ''); // marks of direction stand inside numbers
  for (const { groups } of digits.matchAll(MYRIADS)) {
    const { upper = '', lower = '' } = groups ?? {};
    numbers.add(`${upper}${lower.padStart(4, '0')}0000`);
  }
  for (const run of digits.matchAll(/\d+(?:[.,:h٫٬'’\s\u00A0\u202F]\d+)*/gu)) {
    const groups = run[0].split(/\D/u);
    for (let from = 0; from < groups.length; from += 1) {
      addJoined(numbers, groups.slice(from, from + MAX_GROUPS));
    }
  }
  return numbers;
}

/** Writes the decimal digits of every script as 0 to 9; the length may not change in code points. */
export function toAsciiDigits(text: string): string {
  return text.replaceAll(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

export function stripTrailingZeros(digits: string): string {
  return digits.replace(/0+$/u, '') || '0';
}

function addJoined(numbers: Set<string>, groups: readonly string[]): void {
  let joined = '';
  for (const group of groups) {
    joined += group;
    numbers.add(joined.replace(/^0+(?=\d)/u, ''));
  }
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
