import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { configPath } from '../../config/project-root.ts';
import { missingPlatformPackages } from '../support/complete-lock.mjs';

const LockEntry = z.looseObject({
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  optional: z.boolean().optional(),
  os: z.array(z.string()).optional(),
  cpu: z.array(z.string()).optional(),
});
const Lock = z.object({ lockfileVersion: z.int(), packages: z.record(z.string(), LockEntry) });

describe('package-lock.json', () => {
  it('lists every platform package that a dependency names, so that "npm ci" accepts it anywhere', async () => {
    expect(missingPlatformPackages(await readLock())).toEqual([]);
  });

  it('names no registry host: whoever clones it installs from their own', async () => {
    const { packages } = await readLock();
    const pinned = Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined);
    expect(pinned.map(([path]) => path)).toEqual([]);
  });

  it('pins what is installed everywhere by its hash', async () => {
    const { packages } = await readLock();
    const unhashed = Object.entries(packages).filter(
      ([path, entry]) => path !== '' && entry.integrity === undefined && entry.optional !== true,
    );
    expect(unhashed.map(([path]) => path)).toEqual([]);
  });

  it('finds a platform package that was left out', () => {
    const lock = {
      packages: {
        'node_modules/tool': {
          optionalDependencies: { '@tool/linux-x64': '1.0.0', '@tool/darwin-arm64': '1.0.0' },
        },
        'node_modules/@tool/linux-x64': { version: '1.0.0', optional: true },
      },
    };
    expect(missingPlatformPackages(lock)).toEqual([{ name: '@tool/darwin-arm64', version: '1.0.0' }]);
  });
});

async function readLock(): Promise<z.infer<typeof Lock>> {
  return Lock.parse(JSON.parse(await readFile(configPath('..', 'package-lock.json'), 'utf8')));
}
