import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PROJECT_ROOT } from '../../config/project-root.ts';

/** Where corpora are looked for when `--data DIR` names no folder. */
const DEFAULT_FOLDER = join(PROJECT_ROOT, '..', 'shared', 'data');

/** The corpora that a measure reads; a measure whose files are missing says so and is left out. */
export interface DataFolder {
  readonly path: string;
  readonly has: (file: string) => boolean;
  readonly pathOf: (file: string) => string;
  /** Text of a file; one that ends in `.gz` is unpacked. */
  readonly text: (file: string) => string;
  /** Values of a file of JSON lines; one that ends in `.gz` is unpacked. */
  readonly lines: (file: string) => unknown[];
}

/** The folder that `--data DIR` names, else the default one. */
export function dataFolder(args: readonly string[]): DataFolder {
  const index = args.indexOf('--data');
  const path = resolve(index === -1 ? DEFAULT_FOLDER : (args[index + 1] ?? DEFAULT_FOLDER));
  const pathOf = (file: string): string => join(path, file);
  const text = (file: string): string => {
    const bytes = readFileSync(pathOf(file));
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  };
  return {
    path,
    has: (file) => existsSync(pathOf(file)),
    pathOf,
    text,
    lines: (file) =>
      text(file)
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line): unknown => JSON.parse(line)),
  };
}
