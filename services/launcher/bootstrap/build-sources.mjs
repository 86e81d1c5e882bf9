import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './run-quietly.mjs';

const FOLDERS = ['config', 'services', 'shared', 'test', 'workers'];
const RECORD = 'dist/.sources.json';

/**
 * Compiles the sources into dist/ where one has changed since the last build; what a removed source
 * left behind is removed too.
 *
 * @param {string} root folder of tsconfig.json
 * @param {(text: string) => void} say
 * @throws {Error} with the compiler's findings
 */
export async function buildSources(root, say) {
  const sources = listSources(root);
  const built = lastBuild(root);
  if (JSON.stringify(sources) === JSON.stringify(built)) {
    return;
  }
  say('Building ...');
  const startedAt = performance.now();
  const { code, output } = await runQuietly(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '--project', root],
    root,
  );
  if (code !== 0) {
    throw new Error(`The sources do not compile:\n${output}`);
  }
  for (const path of Object.keys(built)) {
    if (sources[path] === undefined && path.endsWith('.ts')) {
      removeOutput(join(root, 'dist', path.slice(0, -'.ts'.length)));
    }
  }
  writeFileSync(join(root, RECORD), JSON.stringify(sources));
  say(
    `Built ${Object.keys(sources).length} files in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`,
  );
}

/** Size and time of change of all that decides what the build gives. */
function listSources(root) {
  const files = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((name) => join(folder, String(name)))
      .filter((path) => path.endsWith('.ts')),
  );
  const paths = [...files, 'tsconfig.json', 'package.json'].sort((a, b) => (a < b ? -1 : 1));
  return Object.fromEntries(
    paths.map((path) => {
      const { size, mtimeMs } = statSync(join(root, path));
      return [path, `${size} ${mtimeMs}`];
    }),
  );
}

/** The sources of the build in dist/; none where there is no finished build. */
function lastBuild(root) {
  try {
    return JSON.parse(readFileSync(join(root, RECORD), 'utf8'));
  } catch {
    return {};
  }
}

function removeOutput(base) {
  for (const extension of ['.js', '.js.map']) {
    rmSync(base + extension, { force: true });
  }
}
