import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '../../config/locales.ts';
import { configPath } from '../../config/project-root.ts';
import { loadGazetteer } from './gazetteer/load-gazetteer.ts';
import { buildNameIndex, type NameIndex } from './gazetteer/name-index.ts';
import { recognizersFor } from './recognizers.ts';
import type { TagEntitiesDeps } from './tag-entities.ts';

/**
 * Reads the gazetteers once. The English index is built at once, those of other source languages
 * when their first document comes.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names each wrong line.
 */
export function createTagEntitiesDeps(folder: string = configPath('gazetteers')): TagEntitiesDeps {
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const files = names.toSorted().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const gazetteer = loadGazetteer(files, LOCALES);
  const indexes = new Map<string, NameIndex>([['en', buildNameIndex(gazetteer, 'en')]]);
  return {
    nameIndexFor: (language) => {
      const index = indexes.get(language) ?? buildNameIndex(gazetteer, language);
      indexes.set(language, index);
      return index;
    },
    recognizersFor,
    offices: gazetteer.offices,
    locales: LOCALES,
  };
}
