import { editsOf, type TextRule } from './text-rule.ts';

/** C0 and C1 controls but tab and line ends, and line and paragraph separators. */
const CONTROLS = /(?:(?![\t\n\r])[\p{Cc}\u2028\u2029])+/gu;
/** Vertical tab, form feed, next line, line separator, paragraph separator. */
const SEPARATES = /[\v\f\u0085\u2028\u2029]/u;

/** Controls mean nothing in text and are not allowed in XML; separators become spaces. */
export const controlCharacter: TextRule = {
  name: 'control-character',
  description: 'Removes control characters',
  confidence: 1,
  find: (block) => editsOf(block.text, CONTROLS, ([run]) => (SEPARATES.test(run) ? ' ' : '')),
};
