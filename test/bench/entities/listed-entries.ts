import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configPath } from '../../../config/project-root.ts';
import type { GazetteerEntry } from '../../../shared/document/gazetteer-entry.ts';
import { loadGazetteer } from '../../../shared/gazetteer/load-gazetteer.ts';

/** Everything that ships in the gazetteers, countries last, with countries' names in `locales`. */
export function listedEntries(locales: readonly string[]): readonly GazetteerEntry[] {
  const folder = configPath('gazetteers');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const { entries, countries } = loadGazetteer(files, locales);
  return [...entries, ...countries.map(({ entry }) => entry)];
}
