import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTaggerModel } from './model-file.ts';
import { createTagger, type Tagger } from './tagger.ts';

const MODEL_FILE = /^entities-.+\.bin$/u;

/**
 * Reads every `entities-<language>.bin` of a folder: taggers by the language that each file states.
 *
 * @throws {PipelineError} `CONFIG_INVALID` where a file is no model.
 */
export async function loadTaggers(folder: string): Promise<ReadonlyMap<string, Tagger>> {
  const names = (await readdir(folder)).filter((name) => MODEL_FILE.test(name)).toSorted();
  const models = await Promise.all(
    names.map(async (name) => readTaggerModel(await readFile(join(folder, name)), `config/models/${name}`)),
  );
  return new Map(models.map((model) => [model.language, createTagger(model)]));
}
