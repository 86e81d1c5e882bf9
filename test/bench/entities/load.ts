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
 * What a worker reads before it can tag its first document: processor time of one load in a process of its
 * own, where no code is warm, and the bytes of the models and gazetteers that ship. Models and names of a
 * language are read when its first document comes: one row is of English alone, one of all with a model.
 */
export const load: Measure = {
  name: 'load',
  needs: [],
  run: async () => {
    const english = median(Array.from({ length: RUNS }, () => loadOnce(['en'])));
    const all = median(Array.from({ length: RUNS }, () => loadOnce(['en', 'pt', 'zh'])));
    const megabytes = (sizeOf('models', /^entities-.*\.bin$/u) + sizeOf('gazetteers', /\.jsonl$/u)) / 1e6;
    return [
      {
        measure: 'load for English: model, gazetteers, grammar',
        value: english,
        unit: 'ms',
        samples: RUNS,
        goal: '<= 300 ms',
        ok: english <= 300,
      },
      { measure: 'load for English, Portuguese and Chinese', value: all, unit: 'ms', samples: RUNS },
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

function loadOnce(languages: readonly string[]): number {
  const { stdout, stderr, status } = spawnSync(process.execPath, [LOADER, ...languages], {
    encoding: 'utf8',
  });
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
