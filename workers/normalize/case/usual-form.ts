import { capitalizeIn } from './case-tokens.ts';
import type { Lexicon } from './lexicon.ts';

/** How a word that is a name is mostly written: "NATO", "McIlroy", "Kerry"; nothing where it is unknown. */
export function usualForm(word: string, lexicon: Lexicon): string | undefined {
  const listed = lexicon.givenNames.get(word) ?? lexicon.surnames.get(word);
  const info = lexicon.model?.words.get(word);
  const isKnown = info !== undefined && (info.capital > 0 || info.person > 0 || info.isPlace);
  return (
    listed ?? info?.form ?? innerCapital(word) ?? (isKnown ? capitalizeIn(word, lexicon.language) : undefined)
  );
}

/** Whether a word has no vowel, as acronyms have none: its form cannot be guessed. */
export function isShapeless(word: string): boolean {
  return /^[bcdfghjklmnpqrstvwxz]+$/u.test(word);
}

/** "mcilroy" -> "McIlroy" */
function innerCapital(word: string): string | undefined {
  return /^mc\p{L}{3}/u.test(word) ? `Mc${capitalizeIn(word.slice(2), 'en')}` : undefined;
}
