import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureRedisBinary } from '../../../../services/launcher/install-redis.ts';
import { findRedisBinary } from '../../../../services/launcher/redis-binary.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('findRedisBinary', () => {
  it('takes the first server on the PATH that is new enough', async () => {
    await using folder = await temporaryFolder();
    const old = await program(join(folder.path, 'a'), 'redis-server', says('Redis server v=6.0.16 sha=0'));
    const valkey = await program(
      join(folder.path, 'b'),
      'valkey-server',
      says('Valkey server v=8.0.1 sha=0'),
    );
    const newer = await program(join(folder.path, 'c'), 'redis-server', says('Redis server v=7.0.15 sha=0'));
    const found = await findRedisBinary({ path: [old, valkey, newer].map(({ folder: at }) => at).join(':') });
    expect(found).toEqual({ path: valkey.file, name: 'valkey-server', version: '8.0.1' });
  });

  it('names the version it found and the one it needs when all are too old', async () => {
    await using folder = await temporaryFolder();
    const old = await program(folder.path, 'redis-server', says('Redis server v=5.0.3 sha=0'));
    await expect(findRedisBinary({ path: folder.path })).rejects.toThrow(
      `${old.file} has version 5.0.3; Polywire needs 6.2.0 or newer`,
    );
  });

  it('looks at no other program when one is named', async () => {
    await using folder = await temporaryFolder();
    await program(folder.path, 'redis-server', says('Redis server v=7.2.0 sha=0'));
    const named = join(folder.path, 'missing');
    await expect(findRedisBinary({ path: folder.path, server: named })).rejects.toThrow(
      `${named} does not run`,
    );
  });

  it('answers undefined where the PATH has none', async () => {
    await using folder = await temporaryFolder();
    expect(await findRedisBinary({ path: folder.path })).toBeUndefined();
  });
});

describe('ensureRedisBinary', () => {
  it('prints a line for each package manager where it may not install', async () => {
    await using folder = await temporaryFolder();
    const failure = ensureRedisBinary({ path: folder.path, isRoot: false, say: () => undefined });
    await expect(failure).rejects.toThrow(
      /apt-get install[\s\S]*dnf install[\s\S]*brew install[\s\S]*docker compose up -d redis/u,
    );
  });

  it('installs with apt-get as root, fetching the package lists where they are missing', async () => {
    await using folder = await temporaryFolder();
    const log = join(folder.path, 'apt.log');
    const server = join(folder.path, 'redis-server');
    await program(
      folder.path,
      'apt-get',
      [
        `echo "$@" >> ${log}`,
        `if [ "$1" = update ]; then /usr/bin/touch ${folder.path}/lists; exit 0; fi`,
        `if [ "$1" = install ]; then [ -e ${folder.path}/lists ] || exit 100;`,
        `printf '#!/bin/sh\\necho "Redis server v=7.0.15 sha=0"\\n' > ${server}; /bin/chmod +x ${server}; fi`,
      ].join('\n'),
    );
    const said: string[] = [];
    const found = await ensureRedisBinary({
      path: folder.path,
      isRoot: true,
      say: (text) => said.push(text),
    });
    expect(found).toEqual({ path: server, name: 'redis-server', version: '7.0.15' });
    expect(said.join('\n')).toMatch(
      /installing redis-server with apt-get[\s\S]*installed redis-server 7\.0\.15/u,
    );
    expect((await readFile(log, 'utf8')).split('\n').map((line) => line.split(' ')[0])).toEqual([
      '--version',
      'install',
      'update',
      'install',
      '',
    ]);
  });

  it('gives the reason when apt-get fails', async () => {
    await using folder = await temporaryFolder();
    await program(folder.path, 'apt-get', '[ "$1" = --version ] || { echo "E: no network"; exit 100; }');
    const failure = ensureRedisBinary({ path: folder.path, isRoot: true, say: () => undefined });
    await expect(failure).rejects.toThrow('E: no network');
  });
});

function says(line: string): string {
  return `echo "${line}"`;
}

async function program(
  folder: string,
  name: string,
  script: string,
): Promise<{ folder: string; file: string }> {
  const file = join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return { folder, file };
}
