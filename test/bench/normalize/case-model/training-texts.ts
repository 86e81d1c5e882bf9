import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { configPath } from '../../../../config/project-root.ts';
import { readNameList } from '../../../../workers/normalize/case/read-name-list.ts';
import type { DataFolder } from '../../data-folder.ts';

/** Texts in correct case that belong together, one string a paragraph. */
export type TrainingDocument = readonly string[];

const Entities = z.object({ text: z.string() });
const Marked = z.object({
  text: z.string(),
  entities: z.array(z.object({ start: z.number(), end: z.number() })),
});
const Post = z.object({ md: z.string() });
const Documentation = z.object({ en: z.string() });
const Guide = z.object({ en_versions: z.record(z.string(), z.object({ text: z.string() })) });

/** Files that `trainingDocuments` reads, with author and licence; NTREX is for measuring and not among them. */
export const TRAINING_SOURCES = [
  'GUM (annotation CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0)',
  'Wikigold (CC BY 4.0)',
  'WNUT 2017, ordinary words only (CC BY 4.0)',
  'Universal NER English EWT dev and test (CC BY-SA 4.0)',
  '18F and Digital.gov posts (CC0, US public domain)',
  'TICO-19 English (CC0 1.0)',
  'Dynamics 365 documentation, English (CC BY 4.0)',
  'Open Source Guides (CC BY 4.0)',
  'Person names of Wikidata by NETransliteration-COLING2018 (CC0 1.0)',
  'Natural Earth populated places and states (public domain), Unicode CLDR cities (Unicode-3.0)',
] as const;

/** Reads every training text as documents of paragraphs without markup. */
export function trainingDocuments(data: DataFolder): TrainingDocument[] {
  return [
    ...data.lines('entities/gum.jsonl.gz').map((line) => paragraphs(Entities.parse(line).text)),
    ...grouped(data, 'entities/wikigold-en.jsonl.gz', 20),
    ...grouped(data, 'entities/uner-en_ewt-dev.jsonl.gz', 10),
    ...grouped(data, 'entities/uner-en_ewt-test.jsonl.gz', 10),
    ...data.lines('articles-en/us-gov-posts.jsonl.gz').map((line) => proseOf(Post.parse(line).md)),
    ...data.lines('docs-multi/docs.jsonl.gz').map((line) => proseOf(Documentation.parse(line).en)),
    ...data
      .lines('docs-guide/opensource-guide.jsonl.gz')
      .flatMap((line) => Object.values(Guide.parse(line).en_versions).slice(0, 1))
      .map(({ text }) => proseOf(text)),
    ...chunks(ticoSentences(data), 20),
  ].map((document) => document.filter((paragraph) => isInSentenceCase(paragraph)));
}

/** English sentences whose small words are counted, but whose capitals are those of a user interface. */
export function smallWordTexts(data: DataFolder): string[] {
  return [
    ...tmxSentences(data, 'tm/d365-en-fr-100k.tmx.gz'),
    ...['entities/wnut17-train.jsonl.gz', 'entities/wnut17-dev.jsonl.gz'].flatMap((file) =>
      data.lines(file).map((line) => withoutEntities(Marked.parse(line))),
    ),
  ];
}

/** A message with its names cut out: what is small then is an ordinary word. Offsets are code points. */
function withoutEntities({ text, entities }: z.infer<typeof Marked>): string {
  const characters = Array.from(text);
  for (const { start, end } of entities) {
    characters.fill(' ', start, end);
  }
  return characters.join('');
}

/** A name of our own list counts like one that so many persons have. */
const LISTED_PERSONS = 60;

/** Tokens of person names in lower case, with how often they were found. */
export function personNames(data: DataFolder): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of ['ru', 'ja', 'ar', 'he', 'ko', 'zh-Hani']) {
    for (const line of data.text(`gazetteer/translit/en-${language}.tsv`).trimEnd().split('\n')) {
      const [name = '', , count = '0'] = line.split('\t');
      names.set(name, Math.max(names.get(name) ?? 0, Number(count)));
    }
  }
  for (const list of ownNames('people.txt', ['given', 'surnames']).values()) {
    for (const name of list) {
      const lower = name.toLowerCase();
      names.set(lower, Math.max(names.get(lower) ?? 0, LISTED_PERSONS));
    }
  }
  return names;
}

const Place = z.object({
  names: z.object({ en: z.array(z.string()).optional() }),
  pop: z.number().optional(),
});

/** English names of places; towns below 100,000 inhabitants are left out. */
export function placeNames(data: DataFolder): string[] {
  const own = ownNames('en.txt', ['places', 'demonyms', 'calendar', 'organizations', 'acronyms']);
  const world = ['gazetteer/cities.jsonl', 'gazetteer/admin1.jsonl', 'gazetteer/territories.jsonl'].flatMap(
    (file) =>
      data.lines(file).flatMap((line) => {
        const place = Place.parse(line);
        return place.pop !== undefined && place.pop < 100 ? [] : (place.names.en ?? []).slice(0, 2);
      }),
  );
  return [...world, ...(own.get('places') ?? [])];
}

function ownNames<Section extends string>(
  file: string,
  sections: readonly Section[],
): ReadonlyMap<Section, readonly string[]> {
  return readNameList(readFileSync(configPath('casing', 'names', file), 'utf8'), sections);
}

function grouped(data: DataFolder, file: string, size: number): TrainingDocument[] {
  return chunks(
    data.lines(file).map((line) => Entities.parse(line).text),
    size,
  );
}

function chunks(sentences: readonly string[], size: number): TrainingDocument[] {
  return Array.from({ length: Math.ceil(sentences.length / size) }, (_, index) =>
    sentences.slice(index * size, (index + 1) * size),
  );
}

function ticoSentences(data: DataFolder): string[] {
  return tmxSentences(data, 'tm/tico19-en-fr.tmx.gz').filter((sentence) => /^\p{Lu}/u.test(sentence));
}

function tmxSentences(data: DataFolder, file: string): string[] {
  return [...data.text(file).matchAll(/<tuv xml:lang="en[^"]*"[^>]*>\s*<seg>(.*?)<\/seg>/gsu)].map((match) =>
    (match[1] ?? '')
      .replaceAll(/<[^>]*>/gu, ' ')
      .replaceAll('&amp;', '&')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>'),
  );
}

/** Paragraphs of Markdown: without front matter, code, headings, tables and addresses. */
function proseOf(markdown: string): string[] {
  const text = markdown
    .replace(/^---\n.*?\n---\n/su, '')
    .replaceAll(/```.*?```/gsu, '')
    .replaceAll(/`[^`]*`|\{[{%].*?[}%]\}|<[^>]*>/gu, ' ')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/[*_]{1,3}/gu, '');
  return text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.replaceAll(/\s*\n\s*/gu, ' ').trim())
    .filter((paragraph) => /^[\p{L}"“]/u.test(paragraph) && /[.!?]["”]?$/u.test(paragraph));
}

function paragraphs(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** No headline in title case, no shouting, nothing typed without capitals. */
function isInSentenceCase(paragraph: string): boolean {
  const words = paragraph.match(/\p{L}{4,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  const shouted = words.filter((word) => !/\p{Ll}/u.test(word)).length;
  return (
    /^\P{L}*\p{Lu}/u.test(paragraph) && capitals <= words.length * 0.5 + 1 && shouted <= words.length * 0.2
  );
}
