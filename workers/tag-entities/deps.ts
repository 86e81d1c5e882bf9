import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCALES } from '../../config/locales.ts';
import { configPath } from '../../config/project-root.ts';
import { loadGazetteer } from './gazetteer/load-gazetteer.ts';
import { buildNameIndex, type NameIndex } from './gazetteer/name-index.ts';
import { loadTaggers } from './model/load-taggers.ts';
import { recognizersFor } from './recognizers.ts';
import type { TagEntitiesDeps } from './tag-entities.ts';

/**
 * Reads the gazetteers and models once. The English index is built at once, those of other source languages
 * when their first document comes.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names each wrong line, or the model that cannot be used.
 */
export async function createTagEntitiesDeps(
  folder: string = configPath('gazetteers'),
): Promise<TagEntitiesDeps> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.jsonl'));
  const files = await Promise.all(
    names.toSorted().map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  );
  const gazetteer = loadGazetteer(files, LOCALES);
  const taggers = await loadTaggers(configPath('models'));
  const indexes = new Map<string, NameIndex>([['en', buildNameIndex(gazetteer, 'en')]]);
  return {
    nameIndexFor: (language) => {
      const index = indexes.get(language) ?? buildNameIndex(gazetteer, language);
      indexes.set(language, index);
      return index;
    },
    recognizersFor: (language) => recognizersFor(language, taggers.get(language)),
    offices: gazetteer.offices,
    locales: LOCALES,
  };
}
