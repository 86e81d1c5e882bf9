import { editsOf, type TextRule } from './text-rule.ts';

/** Formulas use backslashes on purpose. */
const IS_FORMULA = /\$|\\[a-z]{2,}|\\[()]/iu;
const ESCAPED =
  /(?<=[\p{L}\p{N}])\\(?=_[\p{L}\p{N}])|\\(?=\[[^\]]{1,80}\\\])|(?<=\[[^[\]]{1,80})\\(?=\])|\\(?=[*#>~](?:[\s\p{L}]|$))/gu;

/** Markdown that was escaped twice shows the backslash: "\[note\]", "snake\_case". */
export const escapedMark: TextRule = {
  name: 'escaped-mark',
  description: 'Removes backslashes of Markdown that was escaped twice',
  confidence: 0.85,
  find: ({ text }) => (!text.includes('\\') || IS_FORMULA.test(text) ? [] : editsOf(text, ESCAPED, () => '')),
};
