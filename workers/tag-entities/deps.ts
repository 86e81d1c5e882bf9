import { LOCALES } from '../../config/locales.ts';
import { readOwnTypes } from '../../config/own-types.ts';
import { configPath } from '../../config/project-root.ts';
import { readFiles } from '../../config/read-files.ts';
import { readTables } from '../../config/read-tables.ts';
import { isOwnType } from '../../shared/document/entity-type.ts';
import type { GazetteerEntry } from '../../shared/document/gazetteer-entry.ts';
import { languageOf } from '../../shared/document/locale.ts';
import type { OwnTypes } from '../../shared/document/own-types.ts';
import { loadGazetteer } from '../../shared/gazetteer/load-gazetteer.ts';
import { buildNameIndex } from '../../shared/gazetteer/name-index.ts';
import { loadValueGrammars } from '../../shared/values/load-value-grammars.ts';
import { entryFinder } from './fixes/settle-fixes.ts';
import { createImportedNames, type ImportedLists, withImportedNames } from './gazetteer/imported-names.ts';
import { tokenLearner } from './local-names/learn-tokens.ts';
import type { LocaleNaming } from './local-names/localize-names.ts';
import { NamingTable } from './local-names/naming-table.ts';
import { loadTaggers } from './model/load-taggers.ts';
import { loadNeural } from './neural/load-neural.ts';
import { patternFinder } from './own-types/recognize-patterns.ts';
import { recognizersFor } from './recognizers.ts';
import type { TagEntitiesDeps } from './tag-entities.ts';

/** What a process tags with besides what ships. */
export interface TaggingOptions {
  /** Where imported names are kept; absent: nowhere. */
  readonly lists?: ImportedLists;
  /** Folder of a neural model that reads names in place of the taggers that ship. */
  readonly neuralModel?: string | undefined;
  /** Kinds that the customer declared; absent: those of `config/entity-types/`. */
  readonly ownTypes?: OwnTypes;
}

/**
 * Reads the gazetteers and models once. The English index is built at once, those of other source languages
 * when their first document comes.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names each wrong line, or the model that cannot be used.
 */
export async function createTagEntitiesDeps(
  folder: string = configPath('gazetteers'),
  { lists = NO_LISTS, neuralModel, ownTypes: given }: TaggingOptions = {},
): Promise<TagEntitiesDeps> {
  const ownTypes = given ?? (await readOwnTypes());
  const gazetteer = loadGazetteer(await readFiles(folder, '.jsonl'), LOCALES);
  const taggerFor = await loadTaggers(configPath('models'));
  const grammarFor = loadValueGrammars(await readFiles(configPath('values'), '.json'));
  const tableFor = namingTables(await readTables(configPath('names'), NamingTable), gazetteer.entries);
  const shipped = new Map([['en', buildNameIndex(gazetteer, 'en')]]);
  const imported = createImportedNames({
    lists,
    shipped: new Map(gazetteer.entries.map((entry) => [entry.id, entry])),
    now: () => performance.now(),
  });
  const countries = gazetteer.countries.map(({ entry }) => entry);
  return {
    refresh: imported.refresh,
    findEntry: entryFinder([...gazetteer.entries, ...countries], lists.find),
    nameIndexFor: (language) => {
      const index = shipped.get(language) ?? buildNameIndex(gazetteer, language);
      shipped.set(language, index);
      return withImportedNames(index, imported);
    },
    readNames: neuralModel === undefined ? undefined : await loadNeural(neuralModel),
    recognizersFor: (language, read) =>
      recognizersFor(language, read ? () => read : taggerFor(language), grammarFor(language)),
    findPatterns: patternFinder(ownTypes),
    offices: gazetteer.offices,
    naming: {
      locales: LOCALES,
      tableFor,
      policyOf: (type) => (isOwnType(type) ? ownTypes.get(type)?.policy : undefined) ?? 'name',
    },
  };
}

/** The table of each locale: its own, else its language's, with the words that the gazetteer's people teach. */
function namingTables(
  tables: ReadonlyMap<string, NamingTable>,
  entries: readonly GazetteerEntry[],
): LocaleNaming['tableFor'] {
  const learn = tokenLearner(entries);
  const written = new Map<string, NamingTable | undefined>(
    LOCALES.map((locale) => [locale, tables.get(locale) ?? tables.get(languageOf(locale))]),
  );
  const known = new Map<string, NamingTable | undefined>();
  return (locale) => {
    const own = written.get(locale);
    const table = known.get(locale) ?? (own && learn(own, locale));
    known.set(locale, table);
    return table;
  };
}

/** Without a store nothing was imported. */
const NO_LISTS: ImportedLists = {
  version: async () => 0,
  find: async () => [],
  async *pages() {
    // no entries
  },
};
