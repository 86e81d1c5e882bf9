import type { GazetteerEntry } from '../document/gazetteer-entry.ts';
import type { TermMatcher, TermText } from '../memory/terms/term-matcher.ts';
import type { Gazetteer } from './load-gazetteer.ts';
import { buildNameIndex, type NameIndex } from './name-index.ts';

/** What a reader knows of the names in one language. */
export interface LanguageNames {
  /** Names as they are written. */
  readonly names: NameIndex;
  readonly matcher: TermMatcher;
  /** Everything that is called by a name. */
  readonly namesakes: ReadonlyMap<string, readonly GazetteerEntry[]>;
  /** Forms of names by the stems of their first word. */
  readonly byStem: ReadonlyMap<string, readonly InflectedForm[]>;
}

/** A form of a name whose words may change. */
export interface InflectedForm {
  readonly words: TermText['words'];
  readonly entry: GazetteerEntry;
}

/** Fewest letters of a name of one word that may stand in another form. */
const MIN_INFLECTED = 4;
/** And of a last name alone: short ones without capitals are words. */
const MIN_LAST_NAME = 3;
/** Letters from which on a name without a capital is more than a word. */
export const MIN_UNMARKED = 5;

/** Builds the index of a language: it takes some hundredths of a second. */
export function buildLanguageNames(
  gazetteer: Gazetteer,
  language: string,
  matcher: TermMatcher,
): LanguageNames {
  const byStem = new Map<string, InflectedForm[]>();
  const entries = [...gazetteer.countries.map((country) => country.in(language)), ...gazetteer.entries];
  for (const entry of entries) {
    for (const form of inflectedForms(entry, language)) {
      const { words } = matcher.read(form);
      for (const stem of words[0]?.stems ?? []) {
        const forms = byStem.get(stem) ?? [];
        forms.push({ words, entry });
        byStem.set(stem, forms);
      }
    }
  }
  return {
    names: buildNameIndex(gazetteer, language),
    matcher,
    namesakes: namesakesAmong(entries, language),
    byStem,
  };
}

function namesakesAmong(
  entries: readonly GazetteerEntry[],
  language: string,
): ReadonlyMap<string, readonly GazetteerEntry[]> {
  const namesakes = new Map<string, GazetteerEntry[]>();
  for (const entry of entries) {
    for (const name of new Set([...ownForms(entry, language), ...(entry.names['en'] ?? [])])) {
      const same = namesakes.get(name) ?? [];
      same.push(entry);
      namesakes.set(name, same);
    }
  }
  return namesakes;
}

/** The language's own forms, and a person's last name alone where names are parted by spaces. */
function inflectedForms(entry: GazetteerEntry, language: string): ReadonlySet<string> {
  const own = ownForms(entry, language);
  const same = entry.same?.some((locale) => isOf(locale, language)) === true;
  const forms = [...own, ...(same ? (entry.names['en'] ?? []).slice(0, 1) : [])];
  const last = entry.type === 'PER' ? forms.flatMap((form) => lastNameOf(form)) : [];
  return new Set([...forms.filter((form) => form.length >= MIN_INFLECTED), ...last]);
}

function ownForms({ names }: GazetteerEntry, language: string): readonly string[] {
  return Object.keys(names)
    .filter((locale) => isOf(locale, language))
    .flatMap((locale) => names[locale] ?? []);
}

function lastNameOf(form: string): readonly string[] {
  const last = / (\S+)$/u.exec(form)?.[1] ?? '';
  const least = /\p{Lu}\p{Ll}/u.test(last) ? MIN_LAST_NAME : MIN_UNMARKED;
  return last.replaceAll(/\P{L}/gu, '').length >= least ? [last] : [];
}

function isOf(locale: string, language: string): boolean {
  return locale === language || locale.startsWith(`${language}-`);
}
