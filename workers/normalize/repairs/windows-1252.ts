/** What windows-1252 shows for the bytes 80 to 9F; it has nothing for five of them. */
const HIGH =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178';

const BYTES: ReadonlyMap<string, number> = new Map(Array.from(HIGH, (sign, index) => [sign, 0x80 + index]));

/** A byte that goes on a UTF-8 character, as windows-1252 or latin1 show it. */
const CONTINUATION = `[${HIGH}\\u0080-\\u00BF]`;

/** Characters in scripts that articles are written in: leads that would give others are letters. */
const CHARACTER = [
  `[\\u00C2-\\u00C5\\u00CC-\\u00D4\\u00D7-\\u00DB]${CONTINUATION}`,
  `\\u00C6[\\u00A0\\u00A1\\u00AF\\u00B0]`, // the horned letters of Vietnamese
  `\\u00C8[\\u02DC\\u2122\\u0161\\u203A\\u0098-\\u009B]`, // the Romanian letters with a comma
  `[\\u00E0-\\u00EF]${CONTINUATION}{2}`,
  `[\\u00F0-\\u00F4]${CONTINUATION}{3}`,
].join('|');

/** One or more characters of UTF-8 as windows-1252 shows them. */
export const MOJIBAKE = new RegExp(`(?:${CHARACTER})+`, 'gu');

const MOST_ROUNDS = 3;

/**
 * Reads the bytes behind signs of windows-1252 as UTF-8, as often as that still gives signs of that
 * kind; undefined where they are no UTF-8, or where control characters would come out.
 */
export function decodeAgain(signs: string): string | undefined {
  let text = decodeOnce(signs);
  for (let round = 1; round < MOST_ROUNDS && text !== undefined; round += 1) {
    const again = decodeOnce(text);
    if (again === undefined) {
      break;
    }
    text = again;
  }
  return text !== undefined && /\p{Cc}/u.test(text) ? undefined : text;
}

function decodeOnce(signs: string): string | undefined {
  const bytes = Array.from(signs, (sign) => BYTES.get(sign) ?? sign.charCodeAt(0));
  if (bytes.every((byte) => byte < 0x80) || bytes.some((byte) => byte > 0xff)) {
    return undefined;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return /(?![\u0080-\u009F])[\p{Cc}\p{Cn}\p{Co}]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
