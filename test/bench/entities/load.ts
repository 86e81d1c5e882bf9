import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configPath } from '../../../config/project-root.ts';
import { median, type Row } from '../report.ts';
import type { Measure } from './measure.ts';

const RUNS = 7;
const LOADER = fileURLToPath(new URL('load-once.js', import.meta.url));

/**
 * What a worker reads before its first document: processor time of one load in a process of its own, where
 * no code is warm, and the bytes of the models and gazetteers that ship.
 */
export const load: Measure = {
  name: 'load',
  needs: [],
  run: async () => {
    const milliseconds = median(Array.from({ length: RUNS }, loadOnce));
    const megabytes = (sizeOf('models', /^entities-.*\.bin$/u) + sizeOf('gazetteers', /\.jsonl$/u)) / 1e6;
    return [
      {
        measure: 'load: models, gazetteers and grammars',
        value: milliseconds,
        unit: 'ms',
        samples: RUNS,
        goal: '<= 300 ms',
        ok: milliseconds <= 300,
      },
      {
        measure: 'size of the shipped models and gazetteers',
        value: megabytes,
        unit: 'MB',
        samples: 1,
        goal: '<= 6 MB',
        ok: megabytes <= 6,
      },
    ] satisfies readonly Row[];
  },
};

function loadOnce(): number {
  const { stdout, stderr, status } = spawnSync(process.execPath, [LOADER], { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${LOADER} ended with ${status}: ${stderr}`);
  }
  return Number(stdout);
}

function sizeOf(folder: string, files: RegExp): number {
  const path = configPath(folder);
  return readdirSync(path)
    .filter((name) => files.test(name))
    .reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
}
