import { editsOf, type TextRule } from './text-rule.ts';

/** C0 and C1 controls, and line and paragraph separators. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029]+/gu;

/** Controls mean nothing in text and are not allowed in XML; separators become spaces. */
export const controlCharacter: TextRule = {
  name: 'control-character',
  description: 'Removes control characters',
  confidence: 1,
  find: (block) =>
    editsOf(block.text, CONTROLS, ([run]) => (/[\u000B\u000C\u0085\u2028\u2029]/u.test(run) ? ' ' : '')),
};
