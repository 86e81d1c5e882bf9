import { editsOf, type TextRule } from './text-rule.ts';

const SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\t]/gu;
/** Languages whose typography puts no-break spaces between words or before signs. */
const KEEPS_BEFORE_SIGNS = new Set(['fr']);
const KEEPS_AFTER_SHORT_WORDS = new Set(['pl', 'cs', 'sk', 'ru', 'uk', 'bg', 'sl', 'hr']);

/** Turns no-break and fixed-width spaces into plain ones, where typography does not ask for them. */
export const noBreakSpace: TextRule = {
  name: 'no-break-space',
  description: 'Turns no-break and fixed-width spaces into plain spaces',
  confidence: 0.95,
  find: (block, language) =>
    editsOf(block.text, SPACES, (match) => {
      const before = block.text.slice(Math.max(0, match.index - 4), match.index);
      const after = block.text.charAt(match.index + 1);
      return match[0] !== '\t' && isMeant(before, after, language) ? undefined : ' ';
    }),
};

function isMeant(before: string, after: string, language: string): boolean {
  if (/\d$/u.test(before) && /[\p{L}\p{N}\p{Sc}%‰°]/u.test(after)) {
    return true; // 10 000, 12 km, 5 €
  }
  if (KEEPS_BEFORE_SIGNS.has(language) && (/[!?;:»%]/u.test(after) || before.endsWith('«'))) {
    return true;
  }
  return (
    KEEPS_AFTER_SHORT_WORDS.has(language) && (/(?:^|\s)\p{L}{1,2}$/u.test(before) || /[—–-]/u.test(after))
  );
}
