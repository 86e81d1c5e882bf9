import { editsOf, type TextRule } from './text-rule.ts';

const ALWAYS = /[\u034F\u200B\u2060-\u2064\uFEFF\u180E\uFFF9-\uFFFB]/u;
/** Fillers show nothing but between Hangul letters. */
const FILLERS = /[\u115F\u1160\u3164\uFFA0]/u;
/** Tags spell the region of a flag after the black flag; elsewhere they hide text. */
const TAGS = /(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]{0,8})[\u{E0000}-\u{E007F}]+/gu;
/** Between letters of these scripts, joiners have no effect; elsewhere they shape words and emoji. */
const PLAIN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{N}\p{P}\s]/u;
const NEEDS_BREAKS = new Set(['th', 'km', 'lo', 'my']);

/**
 * Removes what has no width: zero-width spaces (kept where a script without spaces breaks lines by
 * them), byte order marks, and joiners between letters that never join.
 */
export const zeroWidth: TextRule = {
  name: 'zero-width',
  description: 'Removes zero-width characters that have no effect',
  confidence: 0.99,
  find: (block, language) => [
    ...editsOf(block.text, TAGS, () => ''),
    ...editsOf(
      block.text,
      /[\u034F\u200B-\u200D\u2060-\u2064\uFEFF\u180E\uFFF9-\uFFFB\u115F\u1160\u3164\uFFA0]/gu,
      (match) => {
        const before = block.text.charAt(match.index - 1);
        const after = block.text.charAt(match.index + 1);
        if (match[0] === '\u200B' && NEEDS_BREAKS.has(language)) {
          return undefined;
        }
        if (FILLERS.test(match[0])) {
          return /\p{Script=Hangul}/u.test(before) || /\p{Script=Hangul}/u.test(after) ? undefined : '';
        }
        const isPlain = (before === '' || PLAIN.test(before)) && (after === '' || PLAIN.test(after));
        return ALWAYS.test(match[0]) || isPlain ? '' : undefined;
      },
    ),
  ],
};
