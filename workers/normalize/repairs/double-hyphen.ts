import { editsOf, type TextRule } from './text-rule.ts';

const DASH = /(?<=[\p{L}\p{N}"'”’)\]]) --(?= [\p{L}\p{N}"'“‘(])/gu;
/** Languages that set a dash between spaces as an en dash. */
const EN_DASH = new Set(['de', 'fr', 'sv', 'da', 'nb', 'fi', 'cs', 'sk', 'pl', 'nl', 'hu', 'ro']);

/** A dash typed as two hyphens between spaced words is a dash; options of commands are never spaced so. */
export const doubleHyphen: TextRule = {
  name: 'double-hyphen',
  description: 'Turns two hyphens between words into a dash',
  confidence: 0.85,
  find: ({ text }, language) =>
    editsOf(text.includes(' -- ') ? text : '', DASH, (match) => {
      const isCommand = text.startsWith(' --', match.index + 3) || text.startsWith(' -', match.index + 3);
      return isCommand ? undefined : EN_DASH.has(language) ? ' –' : ' —';
    }),
};
