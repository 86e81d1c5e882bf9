import { editsOf, type TextRule } from './text-rule.ts';

/** Leaves one space between words and none at either end of a block. */
export const doubledSpace: TextRule = {
  name: 'doubled-space',
  description: 'Removes doubled spaces and spaces at the ends',
  confidence: 1,
  find: ({ text }) =>
    editsOf(/ {2}|^[ \u3000]|[ \u3000]$/u.test(text) ? text : '', /[ \u3000]+/gu, (match) => {
      const isAtEnd = match.index === 0 || match.index + match[0].length === text.length;
      if (isAtEnd) {
        return '';
      }
      return match[0].includes('  ') ? ' ' : undefined;
    }),
};
