import { PLACEHOLDER } from '../../../shared/document/inline-code.ts';
import { LITERAL_PLACEHOLDER } from '../../../shared/document/phrasing-to-coded-text.ts';
import { editsOf, type TextRule } from './text-rule.ts';

/** U+FFFC in a source stands for an object that did not come along; here it would read as a code. */
export const literalPlaceholder: TextRule = {
  name: 'literal-placeholder',
  description: 'Removes object replacement characters (U+FFFC)',
  confidence: 1,
  find: (block) =>
    editsOf(block.text, new RegExp(LITERAL_PLACEHOLDER, 'gu'), () => '').map((edit) => ({
      ...edit,
      submitted: PLACEHOLDER,
    })),
};
