import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that holds `package.json` and `config/`: the same whether the code runs from the
 * sources or from `dist/`.
 */
export const PROJECT_ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

/** An absolute path below `config/`, where operators and language experts keep their files. */
export function configPath(...parts: readonly string[]): string {
  return join(PROJECT_ROOT, 'config', ...parts);
}

function findRoot(from: string): string {
  let folder = from;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) {
      return from;
    }
    folder = parent;
  }
  return folder;
}
