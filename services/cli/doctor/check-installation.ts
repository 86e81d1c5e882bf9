import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOCALES } from '../../../config/locales.ts';
import { configPath, PROJECT_ROOT } from '../../../config/project-root.ts';
import { WORKERS } from '../../launcher/start-service.ts';
import { checking, type Finding } from './finding.ts';

const OLDEST_NODE = [20, 19] as const;

/** Node is new enough. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  return isOld
    ? {
        check: 'node',
        result: 'problem',
        text: `Node is ${version}; Polywire needs ${OLDEST_NODE.join('.')} or newer`,
        fix: 'install a newer Node from https://nodejs.org',
      }
    : { check: 'node', result: 'ok', text: `Node ${version}` };
}

/** Every process of the service is built. */
export function checkBuild(): Finding {
  const parts = [...WORKERS.map((name) => `workers/${name}`), 'services/api', 'services/dashboard'];
  const missing = parts.filter((part) => !existsSync(join(PROJECT_ROOT, 'dist', part, 'main.js')));
  return missing.length === 0
    ? { check: 'build', result: 'ok', text: `${parts.length} processes are built` }
    : {
        check: 'build',
        result: 'problem',
        text: `not built: ${missing.join(', ')}`,
        fix: 'run "npm run build"',
      };
}

/** Every configured locale has its labels, and the file can be read. */
export async function checkLocales(): Promise<Finding> {
  return checking('locales', 'write config/labels/<locale>.json after the pattern of en.json', async () => {
    await Promise.all(LOCALES.map(readLabels));
    return { result: 'ok', text: `${LOCALES.length} locales have labels: ${LOCALES.join(', ')}` };
  });
}

async function readLabels(locale: string): Promise<void> {
  const file = configPath('labels', `${locale}.json`);
  try {
    JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new Error(`the labels of "${locale}" cannot be read from ${file}`, { cause: error });
  }
}
