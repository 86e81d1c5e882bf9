import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that an operator or a language expert edits. */
export interface ConfigFile {
  /** Name inside its folder. */
  readonly name: string;
  readonly text: string;
}

/** Reads every file of `folder` whose name has `ending`, such as `.json`, by name. */
export async function readFiles(folder: string, ending: string): Promise<readonly ConfigFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).toSorted();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}
