import type { GazetteerEntry } from '../../../shared/document/gazetteer-entry.ts';
import { isEverydayWord } from '../../../shared/gazetteer/everyday-words.ts';
import { renderedName } from '../../../shared/gazetteer/gazetteer-entry.ts';
import { fold } from '../../../shared/text/fold.ts';
import type { NamingTable } from './naming-table.ts';

/**
 * Adds to a table's tokens what the gazetteer's people teach: a word of the English name beside the word
 * in its place of the locale's form, where both have as many. What the table says itself stays.
 */
export function withLearnedTokens(
  table: NamingTable,
  entries: readonly GazetteerEntry[],
  locale: string,
): NamingTable {
  const learned: Record<string, string> = {};
  for (const entry of entries.filter(({ type }) => type === 'PER')) {
    for (const [word, form] of wordPairs(entry.names['en']?.[0] ?? '', renderedName(entry, locale) ?? '')) {
      learned[fold(word)] ??= form.toLowerCase();
    }
  }
  return { ...table, tokens: { ...learned, ...table.tokens } };
}

/** Words side by side; none where the names differ in number, and none for words that mean something ("Pope"). */
function wordPairs(english: string, local: string): readonly (readonly [string, string])[] {
  const words = english.split(' ');
  const forms = local.split(/[\s·・]/u);
  if (words.length !== forms.length || words.length < 2) {
    return [];
  }
  return words.flatMap((word, at) => {
    const form = forms[at] ?? '';
    const isName = /^[\p{Script=Latin}\p{M}'-]{3,}$/u.test(word) && !isEverydayWord(fold(word), 'en');
    return isName && !/\p{Script=Latin}/u.test(form) ? [[word, form] as const] : [];
  });
}
