import { z } from 'zod';
import type { GazetteerEntry } from '../../../shared/document/gazetteer-entry.ts';
import { groupBy } from '../../../shared/document/group-by.ts';
import { renderedName } from '../../../shared/gazetteer/gazetteer-entry.ts';
import { foldName } from '../../../shared/gazetteer/scan-words.ts';
import { createTagEntitiesDeps } from '../../../workers/tag-entities/deps.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Row } from '../report.ts';
import { tagText } from './gold-text.ts';
import { listedEntries } from './listed-entries.ts';
import type { Measure } from './measure.ts';

const FILE = 'ntrex/ntrex.jsonl.gz';

/** Members of a line by the locale that we have names for. */
const LOCALES: Readonly<Record<string, string>> = {
  es: 'es',
  fr: 'fr',
  de: 'de',
  'pt-BR': 'pt-BR',
  ru: 'ru',
  ar: 'ar',
  he: 'he',
  fa: 'fa',
  hi: 'hi',
  th: 'th',
  vi: 'vi',
  ja: 'ja',
  ko: 'ko',
  'zh-Hans': 'zh-CN',
  'zh-Hant': 'zh-TW',
};

/** Locales that inflect names: the ends of words are left out of the comparison. */
const INFLECTED: ReadonlySet<string> = new Set(['ru', 'uk']);

/** An English sentence with its translations, all by people. */
const Line = z.object({ doc: z.string(), en: z.string() }).catchall(z.unknown());
type Line = Readonly<z.infer<typeof Line>>;

/** A name that stands in full in an English sentence, with what it means. */
interface TranslatedName {
  readonly entry: GazetteerEntry;
  readonly line: Line;
}

/** The form that we write, and whether the translator wrote it. */
interface Comparison extends TranslatedName {
  readonly locale: string;
  readonly form: string | undefined;
  readonly translation: string;
  readonly isSame: boolean;
}

/**
 * How often people who translate news write a listed name as we do: of the names that stand in full in
 * English sentences, the share whose form in the locale stands in the translation; where there is no form,
 * the English one is compared, which is also the baseline. `ntrex/ntrex.jsonl.gz` holds a sentence with its
 * translations a line, documents in order.
 */
export const localNames: Measure = {
  name: 'local-names',
  needs: [FILE],
  run: async (data) => {
    const compared = await compareNames(data);
    return Object.keys(LOCALES).map((locale): Row => {
      const own = compared.filter((each) => each.locale === locale);
      const kept = own.filter(({ entry, translation }) =>
        contains(translation, entry.names['en']?.[0] ?? '', locale),
      );
      return {
        measure: `names in ${locale} as translators write them`,
        value: percent(own.filter(({ isSame }) => isSame).length, own.length),
        unit: '%',
        samples: own.length,
        baseline: { name: 'as in English', value: percent(kept.length, own.length) },
      };
    });
  },
};

/** Every full listed name of every sentence beside what its translators wrote. */
async function compareNames(data: DataFolder): Promise<readonly Comparison[]> {
  const deps = await createTagEntitiesDeps();
  const entries = new Map(listedEntries(['en', ...Object.keys(LOCALES)]).map((entry) => [entry.id, entry]));
  const documents = groupBy(
    data.lines(FILE).map((line) => Line.parse(line)),
    ({ doc }) => doc,
  );
  const names = [...documents.values()].flatMap((lines) => namesIn(lines, entries, deps));
  return names.flatMap((name) =>
    Object.entries(LOCALES).map(([locale, member]): Comparison => {
      const translation = z.string().catch('').parse(name.line[member]);
      const form = renderedName(name.entry, locale);
      const isSame = contains(translation, form ?? name.entry.names['en']?.[0] ?? '', locale);
      return { ...name, locale, form, translation, isSame };
    }),
  );
}

function namesIn(
  lines: readonly Line[],
  entries: ReadonlyMap<string, GazetteerEntry>,
  deps: Parameters<typeof tagText>[1],
): readonly TranslatedName[] {
  const text = lines.map(({ en }) => en.replaceAll('\n', ' ')).join('\n');
  let end = -1;
  const ends = lines.map(({ en }) => (end += en.length + 1));
  return tagText({ text, lang: 'en', published: undefined }, deps).flatMap((mention) => {
    const entry = entries.get(mention.id);
    const line = lines[ends.findIndex((at) => mention.start < at)];
    const words = foldName(text.slice(mention.start, mention.end));
    return entry === undefined || line === undefined || words !== foldName(entry.names['en']?.[0] ?? '')
      ? []
      : [{ entry, line }];
  });
}

/** Tells whether a form stands in a text, whatever case, accents and marks; inflected words by their stems. */
function contains(text: string, form: string, locale: string): boolean {
  const words = foldName(withoutNukta(text));
  const wanted = foldName(withoutNukta(form));
  if (!INFLECTED.has(locale)) {
    return words.includes(wanted);
  }
  const all = words.split(' ');
  return wanted.split(' ').every((word) => all.some((each) => each.startsWith(stemOf(word))));
}

/** Devanagari writes borrowed sounds with a dot below, or without. */
function withoutNukta(text: string): string {
  return text.normalize('NFD').replaceAll('\u093C', '').normalize('NFC');
}

function stemOf(word: string): string {
  return word.length < 4 ? word : word.slice(0, Math.max(3, word.length - 2));
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
