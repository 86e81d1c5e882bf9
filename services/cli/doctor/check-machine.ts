import { once } from 'node:events';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { checking, type Finding } from './finding.ts';

const LOW_DISK_BYTES = 1024 ** 3;

/** The data folder can be written, and its disk has room. */
export async function checkDataFolder(dataDir: string): Promise<Finding> {
  const fix = 'set POLYWIRE_DATA_DIR to a folder of yours';
  return checking('data folder', fix, async () => {
    await mkdir(dataDir, { recursive: true });
    const probe = join(dataDir, '.doctor');
    await writeFile(probe, '');
    await rm(probe);
    const { bavail, bsize } = await statfs(dataDir);
    const free = bavail * bsize;
    const text = `${dataDir} can be written, ${(free / 1024 ** 3).toFixed(1)} GB free`;
    return free < LOW_DISK_BYTES
      ? { result: 'problem', text, fix: 'make room on the disk' }
      : { result: 'ok', text };
  });
}

/** Nothing else listens on a port of ours; `isOurs` tells whether our own service does. */
export async function checkPort(
  what: string,
  { host, port, isOurs }: { readonly host: string; readonly port: number; readonly isOurs: boolean },
): Promise<Finding> {
  const check = `${what} port`;
  if (isOurs) {
    return { check, result: 'ok', text: `${host}:${port} is in use by the running service` };
  }
  return checking(check, `set POLYWIRE_${what.toUpperCase()}_PORT to a free port`, async () => {
    const server = createServer();
    server.listen(port, host);
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return { result: 'ok', text: `${host}:${port} is free` };
  });
}
