import { anyOf, type PreparedRule, replacing, type TypographyRule } from '../rule.ts';

/** Three dots. More of them, and dots of paths, are something else. */
export const ellipses: TypographyRule = {
  names: { ellipses: 'The ellipsis of the house' },
  prepare: ({ style: { ellipsis } }) =>
    replacing('.…。', /(?<![./\\…。])(?:\.{3}|…{1,2}|\.{6}|。{3,6})(?![./\\…。])/gu, () => ellipsis),
};

/** Commas, question marks and others of the locale's own script, beside its letters. */
export const scriptMarks: TypographyRule = {
  names: { 'script-marks': "Punctuation of the locale's own script" },
  prepare: ({ style: { scriptMarks: marks }, language }): PreparedRule | undefined => {
    const script = SCRIPTS[language];
    if (marks === undefined || script === undefined) {
      return undefined;
    }
    const letter = `[${script}]`;
    const end = String.raw`(?=[\s\p{Cf}\p{Pe}\p{Pf}"']|$)`;
    const pauses = anyOf(Object.keys(marks).filter((mark) => /^[,;|]$/u.test(mark)));
    const patterns = [
      ...(marks['%'] === undefined ? [] : [`(?<=\\p{Nd}${SPACE}?)%(?![\\p{Script=Latin}])`]),
      ...(pauses === ''
        ? []
        : [`(?:${pauses})${end}`, `(?<=${letter}\\p{M}*["'“”»)\\]]*)(?:${pauses})(?!\\p{Nd})`]),
      ...(marks['?'] === undefined ? [] : [`(?<=${letter}[^.!?;؟]*)\\?${end}`]),
    ];
    const hasLetter = new RegExp(letter, 'u');
    const pattern = new RegExp(patterns.join('|'), 'gu');
    const rule = replacing(Object.keys(marks).join(''), pattern, ({ 0: mark }) => marks[mark]);
    return { ...rule, find: (run) => (hasLetter.test(run.text) ? rule.find(run) : []) };
  },
};

const SPACE = '[ \\u00A0\\u202F]';
const ARABIC = '\\u0620-\\u064A\\u066E-\\u06D3\\u06D5\\u06FA-\\u06FF\\u0750-\\u077F';

const SCRIPTS: Readonly<Record<string, string>> = {
  ar: ARABIC,
  fa: ARABIC,
  ur: ARABIC,
  el: '\\p{Script=Greek}',
  hi: '\\u0900-\\u0963',
};

/** Titles of works in pointed brackets. */
export const titleMarks: TypographyRule = {
  names: { 'title-marks': 'Marks around titles of works' },
  prepare: ({ style: { titleMarks: pair } }) =>
    pair === undefined
      ? undefined
      : replacing('<>', /<<(?=[^<>]*>>)|(?<=<<[^<>]*)>>/gu, ({ 0: mark }) =>
          mark === '<<' ? pair[0] : pair[1],
        ),
};
