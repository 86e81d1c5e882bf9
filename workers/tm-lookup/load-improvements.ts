import { LOCALES } from '../../config/locales.ts';
import { configPath } from '../../config/project-root.ts';
import { readFiles } from '../../config/read-files.ts';
import { readTables } from '../../config/read-tables.ts';
import { loadGazetteer } from '../../shared/gazetteer/load-gazetteer.ts';
import { buildNameIndex, type NameIndex } from '../../shared/gazetteer/name-index.ts';
import { AlarmWords } from '../../shared/memory/alarms.ts';
import { loadValueGrammars } from '../../shared/values/load-value-grammars.ts';
import { createImproveMatches, type ImproveMatches } from './improve-matches.ts';
import { framesOf, RepairFrames } from './repair/frames.ts';
import { createPlaceableReader } from './repair/read-placeables.ts';

/**
 * Reads what repairs and alarms go by: the tables of values, the gazetteers that ship, the frames of
 * `config/repairs` and the words of `config/alarms`. A language's names are indexed when its first
 * text comes.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names the file and each wrong value.
 */
export async function loadImprovements(): Promise<ImproveMatches> {
  const gazetteer = loadGazetteer(await readFiles(configPath('gazetteers'), '.jsonl'), LOCALES);
  const indexes = new Map<string, NameIndex>();
  const nameIndexFor = (language: string): NameIndex => {
    const index = indexes.get(language) ?? buildNameIndex(gazetteer, language);
    indexes.set(language, index);
    return index;
  };
  const grammarFor = loadValueGrammars(await readFiles(configPath('values'), '.json'));
  const alarms = await readTables(configPath('alarms'), AlarmWords);
  return createImproveMatches({
    read: createPlaceableReader({ grammarFor, nameIndexFor }),
    framesFor: framesOf(await readTables(configPath('repairs'), RepairFrames)),
    alarmWordsFor: (language) => alarms.get(language),
  });
}
