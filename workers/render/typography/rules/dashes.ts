import { type PreparedRule, replacing, type TypographyRule } from '../rule.ts';

const SPACE = '[ \\u00A0\\u202F]';

/** Between parts of a sentence: a spaced hyphen or dash, or an unspaced long dash or double hyphen between words. */
export const dashes: TypographyRule = {
  names: { dashes: 'The dash of the house between parts of a sentence, with its spaces' },
  prepare: ({ style: { dash } }) => {
    if (dash === undefined) {
      return undefined;
    }
    const spaced = `${SPACE}+(?:-{1,3}|[–—―]{1,2})(?<=[^\\s([{-]${SPACE}+[-–—―]+)${SPACE}+(?=[^\\s\\-–—])`;
    const last = `${SPACE}+(?:-{1,3}|[–—―]{1,2})(?<=[^\\s([{-]${SPACE}+[-–—―]+)(?=[,.;:!?…»”]|\\s*$)`;
    const unspaced = String.raw`(?:-{2,3}|[—―]{1,2})(?<=[\p{L}\p{M}»”“’」』》"][-—―]+)(?=[\p{L}\p{M}«“„‘「『《"])`;
    return replacing('-–—―', new RegExp(`${spaced}|${last}|${unspaced}`, 'gu'), (match, text) =>
      isBetweenNumbers(match, text)
        ? undefined
        : /\s$/u.test(match[0]) || !/^\s/u.test(match[0])
          ? dash
          : dash.trimEnd(),
    );
  },
};

/** A difference or a result (`38 - 17`) is not a pause. */
function isBetweenNumbers(match: RegExpExecArray, text: string): boolean {
  return (
    /\p{Nd}$/u.test(text.slice(0, match.index)) && /^\p{Nd}/u.test(text.slice(match.index + match[0].length))
  );
}

/** A paragraph that begins with a hyphen or dash and a space is speech. */
export const dialogueDashes: TypographyRule = {
  names: { 'dialogue-dashes': 'The dash before speech at the beginning of a paragraph' },
  prepare: ({ style: { dialogueDash } }) => {
    if (dialogueDash === undefined) {
      return undefined;
    }
    const rule = replacing(
      '-–—―',
      new RegExp(`^(?:-{1,2}|[–—―])${SPACE}*(?=[\\p{L}«“„"'¿¡…])`, 'gu'),
      ({ 0: found }) => (/^-$/u.test(found) ? undefined : dialogueDash),
    );
    return { ...rule, find: (run) => (run.isParagraph ? rule.find(run) : []) };
  },
};

/** Longest number of a range that is not a year. */
const MAX_RANGE_DIGITS = 3;

/** `10-20`, `1990-95`: ends of a range in rising order; results, codes and telephone numbers stay. */
export const ranges: TypographyRule = {
  names: { ranges: 'The mark between the ends of a range of numbers' },
  prepare: ({ style: { rangeDash } }): PreparedRule | undefined =>
    rangeDash === undefined
      ? undefined
      : replacing('-–—', RANGE, (match) => {
          const { from = '', mark = '', to = '' } = match.groups ?? {};
          return isRange(from, to) ? match[0].replace(mark, rangeDash) : undefined;
        }),
};

const RANGE =
  /(?=\p{Nd})(?<![\p{L}\p{M}\p{Nd}_/\\#+]|[.,:\-–—]|\p{Nd}[ \u00A0])(?<from>\p{Nd}{1,4})(?<mark>[-–—])(?<to>\p{Nd}{1,4})(?![\p{L}\p{Nd}_/\\–—-]|[.,:]\p{Nd}|[ \u00A0]\p{Nd})/gu;

function isRange(from: string, to: string): boolean {
  const [low, high] = [Number(from), Number(to)];
  if (from.length === 4) {
    const isYear = low >= 1000 && low < 2200;
    return (
      isYear && ((to.length === 4 && high > low && high < 2200) || (to.length === 2 && high > low % 100))
    );
  }
  return from.length <= MAX_RANGE_DIGITS && to.length <= MAX_RANGE_DIGITS && high > low;
}
