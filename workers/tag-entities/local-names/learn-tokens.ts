import type { GazetteerEntry } from '../../../shared/document/gazetteer-entry.ts';
import { isEverydayWord } from '../../../shared/gazetteer/everyday-words.ts';
import { renderedName } from '../../../shared/gazetteer/gazetteer-entry.ts';
import { fold } from '../../../shared/text/fold.ts';
import type { NamingTable } from './naming-table.ts';

/** Adds to a table's tokens what the gazetteer's people teach; what the table says itself stays. */
export type LearnTokens = (table: NamingTable, locale: string) => NamingTable;

/**
 * Learns from the people among `entries`: a word of the English name goes with the word in its place of a
 * locale's form, where both have as many.
 */
export function tokenLearner(entries: readonly GazetteerEntry[]): LearnTokens {
  const people = entries.flatMap((entry) => {
    const words = entry.type === 'PER' ? (entry.names['en']?.[0] ?? '').split(' ') : [];
    return words.length < 2 ? [] : [{ entry, keys: words.map((word) => keyOf(word)) }];
  });
  return (table, locale) => {
    const learned: Record<string, string> = {};
    for (const { entry, keys } of people) {
      const forms = (renderedName(entry, locale) ?? '').split(/[\s·・]/u);
      for (const [at, key] of forms.length === keys.length ? keys.entries() : []) {
        const form = forms[at] ?? '';
        if (key !== undefined && !/\p{Script=Latin}/u.test(form)) {
          learned[key] ??= form.toLowerCase();
        }
      }
    }
    return { ...table, tokens: { ...learned, ...table.tokens } };
  };
}

/** The folded form of a word of a name; undefined for one that means something ("Pope"). */
function keyOf(word: string): string | undefined {
  const key = fold(word);
  return /^[\p{Script=Latin}\p{M}'-]{3,}$/u.test(word) && !isEverydayWord(key, 'en') ? key : undefined;
}
