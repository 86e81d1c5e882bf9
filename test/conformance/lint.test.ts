import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../config/project-root.ts';

const CHECKS: readonly (readonly [name: string, ...args: string[]])[] = [
  ['tsc', '--noEmit'],
  ['oxlint', '--type-aware', '--deny-warnings'],
  ['biome', 'check'],
  ['knip', '--no-progress'],
];

describe('the sources', () => {
  it.each(CHECKS)('pass %s', { timeout: 120_000 }, (name, ...args) => {
    const { status, stdout, stderr } = spawnSync(join(PROJECT_ROOT, 'node_modules', '.bin', name), args, {
      cwd: PROJECT_ROOT,
      encoding: 'utf8',
    });
    expect(`${stdout}${stderr}`.slice(-4000), `${name} ${args.join(' ')}`).toSatisfy(() => status === 0);
  });
});
