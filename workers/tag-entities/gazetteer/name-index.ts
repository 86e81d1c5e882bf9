import { type NameToken, nameTokens } from '../name-tokens.ts';
import type { GazetteerEntry } from './gazetteer-entry.ts';
import type { Gazetteer } from './load-gazetteer.ts';

/** One form under which an entry is found. */
export interface Alias {
  readonly entry: GazetteerEntry;
  readonly kind: 'name' | 'short' | 'demonym';
  /** The form's words, marks between them left out. */
  readonly words: readonly NameToken[];
  /** Found only in the case it is written in. */
  readonly strict: boolean;
  /** The form ends in a full stop that belongs to it ("U.S."). */
  readonly dotted: boolean;
  /** A comma stands inside the form ("Washington, D.C."). */
  readonly hasComma: boolean;
}

/** Aliases by the folded form of their first word, longest first. */
export type NameIndex = ReadonlyMap<string, readonly Alias[]>;

/** Demonyms that in lower case are other words. */
const EVERYDAY: ReadonlySet<string> = new Set([
  'dane',
  'danish',
  'finn',
  'lao',
  'pole',
  'poles',
  'polish',
  'swede',
  'turk',
]);

/** Builds the index of every form that a text in `language` may use: its own and the English ones. */
export function buildNameIndex(gazetteer: Gazetteer, language: string): NameIndex {
  const index = new Map<string, Alias[]>();
  const add = (form: string, alias: Pick<Alias, 'entry' | 'kind' | 'strict'>): void => {
    const all = nameTokens(form, language);
    const words = all.filter(({ kind }) => kind === 'word' || kind === 'number');
    const first = words[0];
    if (first === undefined) {
      return;
    }
    const bucket = index.get(first.key) ?? [];
    bucket.push({ ...alias, words, dotted: form.endsWith('.'), hasComma: form.includes(',') });
    index.set(first.key, bucket);
  };
  for (const entry of gazetteer.entries) {
    for (const form of formsIn(entry, language)) {
      add(form, { entry, kind: 'name', strict: entry.exact === true || isAmbiguous(entry, form) });
    }
    for (const form of entry.short ?? []) {
      add(form, { entry, kind: 'short', strict: true });
    }
  }
  for (const { entry, demonyms } of gazetteer.countries) {
    for (const form of formsIn(entry, language)) {
      add(form, {
        entry,
        kind: 'name',
        strict: isShortForm(form) || (entry.exact === true && isOneWord(form)),
      });
    }
    for (const form of language === 'en' ? demonyms.flatMap((word) => withPlural(word)) : []) {
      add(form, { entry, kind: 'demonym', strict: EVERYDAY.has(form.toLowerCase()) });
    }
  }
  for (const bucket of index.values()) {
    bucket.sort((a, b) => b.words.length - a.words.length);
  }
  return index;
}

function formsIn(entry: GazetteerEntry, language: string): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const [locale, names] of Object.entries(entry.names)) {
    if (locale === 'en' || locale === language || locale.startsWith(`${language}-`)) {
      for (const name of names) {
        forms.add(name);
      }
    }
  }
  return forms;
}

/** One word is only sure in its own case, but for places: "brussels" means nothing else. */
function isAmbiguous(entry: GazetteerEntry, form: string): boolean {
  return isOneWord(form) && (entry.type !== 'LOC' || form.length < 5);
}

function isOneWord(form: string): boolean {
  return !/[\s-]/u.test(form);
}

/** "US", "UK", "U.S.": in lower case these are other words. */
function isShortForm(form: string): boolean {
  return form.length < 4 || form === form.toUpperCase();
}

function withPlural(demonym: string): readonly string[] {
  return /(?:s|se|sh|ch|z)$/u.test(demonym) ? [demonym] : [demonym, `${demonym}s`];
}
