import { editsOf, type TextRule } from './text-rule.ts';

const DOTS = /(?<![.\p{N}])\.(?: ?\.){2,}/gu;

/**
 * Ellipses with spaces between their points, or with more than four points, get the three they mean.
 * Leaders of a table of contents, which have a number after them, are left alone.
 */
export const spacedEllipsis: TextRule = {
  name: 'spaced-ellipsis',
  description: 'Closes up ellipses that are spaced, and cuts long ones to three points',
  confidence: 0.9,
  find: ({ text }) =>
    editsOf(text.includes('..') || text.includes('. .') ? text : '', DOTS, (match) => {
      const [dots] = match;
      const isLeader = /^ ?\p{N}/u.test(text.slice(match.index + dots.length, match.index + dots.length + 3));
      const isSpaced = dots.includes(' ');
      return !isLeader && (isSpaced || dots.length > 4) ? '...' : undefined;
    }),
};
