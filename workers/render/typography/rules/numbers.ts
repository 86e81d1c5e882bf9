import { type PreparedRule, replacing, type TypographyRule } from '../rule.ts';

/**
 * Marks of numbers that can be read in one way only: `1,234,567` and `1,234.5` where the locale
 * writes them otherwise, and spaces between groups that would break the number. What could be a
 * decimal in one reading and a thousand in another stays.
 */
export const numberMarks: TypographyRule = {
  names: {
    'number-marks': 'Decimal and thousands marks of the locale, where a number can be read in one way only',
  },
  prepare: ({ groupMark, decimalMark }) => {
    const marked = ({
      0: found,
      groups: { spaced, comma, point } = {},
    }: RegExpExecArray): string | undefined => {
      if (spaced !== undefined) {
        return /^[\u00A0\u202F]$/u.test(groupMark)
          ? found.replaceAll(/\s/gu, groupMark)
          : found.replaceAll(' ', '\u00A0');
      }
      const isForeign =
        comma === undefined
          ? decimalMark === '.' || groupMark === ','
          : decimalMark === ',' || isOther(groupMark);
      if (!isForeign || (point !== undefined && isAddress(found))) {
        return undefined;
      }
      return withMarks(found, comma === undefined ? '.' : ',', groupMark, decimalMark);
    };
    return replacing('0123456789', NUMBER, marked, /\d[ \u00A0\u202F.,]\d{3}/u);
  },
};

/** Neither inside a longer number, a version, nor a word. */
const NUMBER = new RegExp(
  String.raw`(?=[1-9])(?<![\p{L}\p{M}\p{Nd}_.,:/#+’'-]|\p{Nd}[ \u00A0\u202F])(?:` +
    String.raw`(?<spaced>[1-9]\d{0,2}(?:[ \u00A0\u202F]\d{3})+)` +
    String.raw`|(?<comma>[1-9]\d{0,2}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,}))` +
    String.raw`|(?<point>[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})))` +
    String.raw`(?![\p{L}\p{Nd}_/]|[.,:’'-]\d|[ \u00A0\u202F]\d)`,
  'gu',
);

function isOther(groupMark: string): boolean {
  return groupMark !== ',';
}

/** Four parts of up to three digits may be an address of the Internet. */
function isAddress(number: string): boolean {
  return number.split('.').length === 4;
}

function withMarks(number: string, group: string, groupMark: string, decimalMark: string): string {
  return Array.from(number, (char) =>
    /\d/u.test(char) ? char : char === group ? groupMark : decimalMark,
  ).join('');
}

const ZERO_OF: Readonly<Record<string, number>> = { arab: 0x660, arabext: 0x6f0, deva: 0x966, thai: 0xe50 };

/** Latin digits of running text become the locale's own; a token with Latin letters (`F-16`) keeps them. */
export const digits: TypographyRule = {
  names: { digits: "The digits of the locale's own script" },
  prepare: ({ style: { textDigits }, decimalMark, groupMark }): PreparedRule | undefined => {
    const zero = ZERO_OF[textDigits ?? ''];
    if (zero === undefined) {
      return undefined;
    }
    return replacing('0123456789', TOKEN, ({ 0: token }) =>
      /\p{Script=Latin}/u.test(token) || !/[0-9]/u.test(token)
        ? undefined
        : inScript(token, zero, groupMark, decimalMark),
    );
  },
};

const TOKEN = /[\p{L}\p{M}\p{N}]+(?:[-_/.:,+@’'][\p{L}\p{M}\p{N}]+)*/gu;

function inScript(token: string, zero: number, groupMark: string, decimalMark: string): string {
  const marked = PLAIN_NUMBER.test(token)
    ? token.replaceAll(',', groupMark).replace('.', decimalMark)
    : token;
  return marked.replaceAll(/[0-9]/gu, (digit) => String.fromCodePoint(zero + Number(digit)));
}

/** An English number, whose marks change with its digits; dates and times keep theirs. */
const PLAIN_NUMBER = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;

/** Raised letters of ordinals (`1º`), for letters that stand directly after the number. */
export const ordinals: TypographyRule = {
  names: { ordinals: 'Raised letters of ordinal numbers' },
  prepare: ({ style: { ordinals: raised } }) =>
    raised === undefined
      ? undefined
      : replacing(
          '0123456789',
          /(?<=(?<![\p{L}\p{Nd}.,])\p{Nd}{1,3}\.?)[oa](?![\p{L}\p{M}\p{Nd}])/gu,
          (match, text) =>
            match[0] === 'o' || text.charAt(match.index - 1) === '.' ? raised[match[0]] : undefined,
        ),
};
