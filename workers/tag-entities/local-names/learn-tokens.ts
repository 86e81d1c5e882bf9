import type { GazetteerEntry } from '../../../shared/document/gazetteer-entry.ts';
import { fold } from '../fold.ts';
import { renderedName } from '../gazetteer/gazetteer-entry.ts';
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
  for (const entry of entries) {
    const english = entry.type === 'PER' ? entry.names['en']?.[0]?.split(' ') : undefined;
    const local = renderedName(entry, locale)?.split(/[\s·・]/u);
    if (english !== undefined && local !== undefined && english.length === local.length && local.length > 1) {
      for (const [at, word] of english.entries()) {
        const form = local[at] ?? '';
        if (!/\p{Script=Latin}/u.test(form) && /^[\p{Script=Latin}\p{M}'-]{3,}$/u.test(word)) {
          learned[fold(word)] ??= form.toLowerCase();
        }
      }
    }
  }
  return { ...table, tokens: { ...learned, ...table.tokens } };
}
