import { editsOf, type TextRule } from './text-rule.ts';

const NO_SPACE_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Joins lines that were broken at a width: by a space, or by nothing between Chinese or Japanese characters. */
export const hardWrap: TextRule = {
  name: 'hard-wrap',
  description: 'Joins the lines of a paragraph',
  confidence: 0.98,
  find: ({ text }) =>
    editsOf(/[\r\n]/u.test(text) ? text : '', /(?<![ \t])[ \t]*[\r\n]+[ \t]*/gu, (match) => {
      const before = text.charAt(match.index - 1);
      const after = text.charAt(match.index + match[0].length);
      return NO_SPACE_SCRIPT.test(before) && NO_SPACE_SCRIPT.test(after) ? '' : ' ';
    }),
};
