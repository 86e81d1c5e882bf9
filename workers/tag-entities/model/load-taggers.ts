import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readTaggerModel } from './model-file.ts';
import { createTagger, type Tagger } from './tagger.ts';

/** The tagger of a language, where one ships; its model is read when it is first asked for. */
export type TaggerFor = (language: string) => Tagger | undefined;

const MODEL_FILE = /^entities-(?<language>.+)\.bin$/u;

/**
 * Finds every `entities-<language>.bin` of a folder. A model that cannot be used is told when it is asked for,
 * with `CONFIG_INVALID`: a worker that never meets its language does not read it.
 */
export async function loadTaggers(folder: string): Promise<TaggerFor> {
  const files = new Map(
    (await readdir(folder)).flatMap((name) => {
      const language = MODEL_FILE.exec(name)?.groups?.['language'];
      return language === undefined ? [] : [[language, name] as const];
    }),
  );
  const opened = new Map<string, Tagger>();
  return (language) => {
    const name = files.get(language);
    if (name === undefined) {
      return undefined;
    }
    const tagger =
      opened.get(language) ??
      createTagger(readTaggerModel(readFileSync(join(folder, name)), `config/models/${name}`));
    opened.set(language, tagger);
    return tagger;
  };
}
