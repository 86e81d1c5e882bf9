import { editsOf, type TextRule } from './text-rule.ts';

/** Soft hyphens show where a line of one layout may break; they hide words from every lookup. */
export const softHyphen: TextRule = {
  name: 'soft-hyphen',
  description: 'Removes soft hyphens (U+00AD)',
  confidence: 1,
  find: (block) => editsOf(block.text, /\u00AD+/gu, () => ''),
};
