import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './run-quietly.mjs';

/**
 * Installs the packages of package-lock.json where one is missing or has another version; does
 * nothing otherwise, whatever the files' dates say.
 *
 * @param {string} root folder of package.json
 * @param {(text: string) => void} say
 * @throws {Error} with the end of npm's output
 */
export async function installPackages(root, say) {
  const wanted = wantedPackages(root);
  const missing = missingPackages(wanted, installedPackages(root));
  if (missing.length === 0) {
    return;
  }
  say(`Installing ${missing.length} of ${wanted.length} packages with npm ...`);
  const startedAt = performance.now();
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const strict = await runNpm(['ci', ...flags], root);
  if (strict.code !== 0) {
    say(`npm ci refused (${firstLine(strict.output)}); trying npm install ...`);
    const lenient = await runNpm(['install', '--no-save', ...flags], root);
    if (lenient.code !== 0) {
      throw new Error(
        `The packages could not be installed: npm install ended with code ${lenient.code}.\n${lenient.output}`,
      );
    }
  }
  say(`Installed the packages in ${seconds(startedAt)} s.`);
}

/** What has to be there on every platform. */
function wantedPackages(root) {
  const { packages } = readJson(join(root, 'package-lock.json'));
  return Object.entries(packages).filter(([path, entry]) => path !== '' && entry.optional !== true);
}

/** npm's own record of what it put into node_modules. */
function installedPackages(root) {
  try {
    return readJson(join(root, 'node_modules/.package-lock.json')).packages;
  } catch {
    return {}; // no node_modules, or one whose install did not end
  }
}

function missingPackages(wanted, installed) {
  return wanted.filter(([path, entry]) => installed[path]?.version !== entry.version);
}

/** npm that started us where there is one, else the one on the PATH. */
function runNpm(args, cwd) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js') === true
    ? runQuietly(process.execPath, [cli, ...args], cwd)
    : runQuietly('npm', args, cwd);
}

function firstLine(output) {
  const lines = output.split('\n').map((line) => line.replace(/^npm (error|ERR!)\s*/u, '').trim());
  return lines.find((line) => line !== '' && !line.startsWith('code ')) ?? 'no reason given';
}

function seconds(startedAt) {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
