import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { configPath } from '../../../config/project-root.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { WordTable } from '../word-tables.ts';
import type { NameKind, NameSource } from './known-name.ts';
import { compileLexicon, type Lexicon, type LexiconSources } from './lexicon.ts';
import type { CaseModel } from './model/case-model.ts';
import { readModel } from './model/model-file.ts';
import { readNameList } from './read-name-list.ts';

const NAME_SECTIONS = {
  places: 'place',
  demonyms: 'demonym',
  calendar: 'event',
  organizations: 'organization',
  acronyms: 'acronym',
} as const;
const GAZETTEER_KINDS: Readonly<Record<string, NameKind>> = {
  PER: 'person',
  ORG: 'organization',
  LOC: 'place',
  EVENT: 'event',
  PRODUCT: 'organization',
};
const SPECIAL_GAZETTEERS: ReadonlySet<string> = new Set(['countries.jsonl', 'offices.jsonl']);

/** Of a line of `config/gazetteers/*.jsonl` what matters here. */
const GazetteerName = z.object({
  type: z.string(),
  names: z.record(z.string(), z.array(z.string())),
  same: z.array(z.string()).default([]),
  exact: z.boolean().default(false),
});
const Country = z.object({
  code: z.string(),
  aliases: z.array(z.string()).default([]),
  demonyms: z.array(z.string()).default([]),
  exact: z.boolean().default(false),
});

/**
 * Reads word tables, name lists, gazetteers and models below `config/` and gives the lexicon of each
 * language; an empty one where nothing is kept. Each is compiled when it is first asked for.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names the file and the place in it.
 */
export function loadLexicons(): (language: string) => Lexicon {
  const tables = new Map(
    readdirSync(configPath('casing'))
      .filter((file) => file.endsWith('.json') && file !== 'agencies.json')
      .map((file) => [file.replace('.json', ''), readTable(file)]),
  );
  const people = readList('people.txt', ['given', 'surnames'] as const);
  const gazetteer = readdirSync(configPath('gazetteers'))
    .filter((file) => file.endsWith('.jsonl') && !SPECIAL_GAZETTEERS.has(file))
    .flatMap((file) => readLines(file, GazetteerName));
  const countries = readLines('countries.jsonl', Country);
  const lexicons = new Map<string, Lexicon>();
  return (language) => {
    const known = lexicons.get(language);
    if (known !== undefined) {
      return known;
    }
    const table = tables.get(language);
    const model = table === undefined ? undefined : loadModel(language);
    const sources: LexiconSources = {
      names: [
        ...countryNames(countries, language),
        ...listedNames(language),
        ...gazetteerNames(gazetteer, language),
      ],
      givenNames: people.get('given') ?? [],
      surnames: people.get('surnames') ?? [],
      ...(model === undefined ? {} : { model }),
    };
    const lexicon =
      table === undefined
        ? compileLexicon(language, WordTable.parse({}))
        : compileLexicon(language, table, sources);
    lexicons.set(language, lexicon);
    return lexicon;
  };
}

/** Names of countries from the runtime's CLDR data; their people's names are listed in English only. */
function countryNames(countries: readonly z.infer<typeof Country>[], language: string): NameSource[] {
  const namer = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const places = countries
    .filter(({ exact }) => !exact)
    .flatMap(({ code, aliases }) => [namer.of(code) ?? '', ...(language === 'en' ? aliases : [])])
    .map((name) => name.replace(/\s*[(（].*[)）]$/u, ''))
    .filter((name) => name !== '');
  return [
    { kind: 'place', names: places.filter((name) => !isShort(name)), isCurated: false },
    { kind: 'acronym', names: places.filter(isShort), isCurated: false },
    ...(language === 'en'
      ? [{ kind: 'demonym', names: countries.flatMap(({ demonyms }) => demonyms), isCurated: false } as const]
      : []),
  ];
}

/** "UAE" */
function isShort(name: string): boolean {
  return !/\p{Ll}/u.test(name);
}

function listedNames(language: string): NameSource[] {
  if (!existsSync(configPath('casing', 'names', `${language}.txt`))) {
    return [];
  }
  const lists = readList(`${language}.txt`, [
    'places',
    'demonyms',
    'calendar',
    'organizations',
    'acronyms',
  ] as const);
  return [...lists].map(([section, names]) => ({ kind: NAME_SECTIONS[section], names, isCurated: false }));
}

function gazetteerNames(entries: readonly z.infer<typeof GazetteerName>[], language: string): NameSource[] {
  return entries
    .filter(({ exact }) => !exact)
    .flatMap(({ type, names, same }) => {
      const kind = GAZETTEER_KINDS[type];
      const tag = Object.keys(names).find(
        (locale) => locale === language || locale.startsWith(`${language}-`),
      );
      const isSame = same.some((locale) => locale === language || locale.startsWith(`${language}-`));
      const forms = [
        ...(tag === undefined ? [] : (names[tag] ?? [])),
        ...(isSame ? (names['en'] ?? []).slice(0, 1) : []),
      ];
      return kind === undefined || forms.length === 0 ? [] : [{ kind, names: forms, isCurated: false }];
    });
}

function loadModel(language: string): CaseModel | undefined {
  const path = configPath('models', `case-${language}.bin.gz`);
  return existsSync(path) ? reading(path, () => readModel(readFileSync(path))) : undefined;
}

function readTable(file: string): WordTable {
  const path = configPath('casing', file);
  return reading(path, () => WordTable.parse(JSON.parse(readFileSync(path, 'utf8'))));
}

function readList<Section extends string>(
  file: string,
  sections: readonly Section[],
): ReadonlyMap<Section, readonly string[]> {
  const path = configPath('casing', 'names', file);
  return reading(path, () => readNameList(readFileSync(path, 'utf8'), sections));
}

function readLines<Value>(file: string, schema: z.ZodType<Value>): Value[] {
  const path = configPath('gazetteers', file);
  return reading(path, () =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => schema.parse(JSON.parse(line))),
  );
}

function reading<Value>(path: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new PipelineError('CONFIG_INVALID', `${path} cannot be used: ${reason}`, {
      details: { file: path },
      cause: error,
    });
  }
}
