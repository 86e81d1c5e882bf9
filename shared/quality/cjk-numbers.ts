/** What the signs of Chinese, Japanese and Korean numbers multiply by. */
const SCALES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  백: 100,
  千: 1000,
  천: 1000,
  万: 1e4,
  萬: 1e4,
  만: 1e4,
  億: 1e8,
  亿: 1e8,
  억: 1e8,
  兆: 1e12,
  조: 1e12,
};
/** From here on a sign multiplies all that is before it, not the digit alone. */
const MYRIAD = 1e4;

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

const RUN =
  /(?:\d[\d,.]*\s?|[〇零一二两兩三四五六七八九])?[十百千万萬億亿兆백천만억조](?:\s?\d[\d,.]*|\s?[〇零一二两兩三四五六七八九十百千万萬億亿兆백천만억조])*|[〇零一二三四五六七八九]{2,}/gu;
const PIECES = /\d[\d,.]*|[^\s\d]/gu;

/**
 * Numbers that a text writes with the signs of Chinese, Japanese or Korean, as their digits: `1億2,500万`
 * gives 125000000, `十九` 19, `二〇一八` 2018.
 */
export function cjkNumbers(text: string): readonly string[] {
  return Array.from(text.matchAll(RUN), ([run]) => valueOf(run))
    .filter((value) => value !== undefined)
    .map((value) => String(value));
}

function valueOf(run: string): number | undefined {
  const pieces = run.match(PIECES) ?? [];
  if (pieces.every((piece) => DIGITS[piece] !== undefined)) {
    return Number(pieces.map((piece) => DIGITS[piece]).join(''));
  }
  let [total, section, digit] = [0, 0, -1];
  for (const piece of pieces) {
    const scale = SCALES[piece];
    if (scale === undefined) {
      digit = DIGITS[piece] ?? Number(piece.replaceAll(',', '').replace(/\.$/u, ''));
    } else if (scale < MYRIAD) {
      section += (digit < 0 ? 1 : digit) * scale;
      digit = -1;
    } else {
      total += (section + Math.max(digit, 0) || 1) * scale;
      [section, digit] = [0, -1];
    }
  }
  const value = Math.round(total + section + Math.max(digit, 0));
  return Number.isSafeInteger(value) ? value : undefined;
}
