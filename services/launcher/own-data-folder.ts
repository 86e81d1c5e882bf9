import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PipelineError } from '../../shared/errors/errors.ts';

const PID_FILE = 'polywire.pid';

/** Who owns a data folder; `bornAt` tells a process from a later one with the same id. */
const Owner = z.object({ pid: z.int().min(1), bornAt: z.string() });
type Owner = z.infer<typeof Owner>;

/**
 * Makes `dataDir` ours for as long as this process lives: two services on one append-only file
 * would destroy it. What a killed owner left behind is taken over. Disposal gives the folder back.
 *
 * @throws {PipelineError} `CONFIG_INVALID` when another live process owns it, or it cannot be
 *   written.
 */
export async function ownDataFolder(dataDir: string): Promise<AsyncDisposable> {
  const pidFile = join(dataDir, PID_FILE);
  await makeDataFolder(dataDir);
  if (!(await claim(pidFile))) {
    const owner = await readOwner(pidFile);
    if (owner !== undefined && (await isAlive(owner))) {
      throw new PipelineError(
        'CONFIG_INVALID',
        `Another Polywire (process ${owner.pid}) runs on ${dataDir}; stop it, or set POLYWIRE_DATA_DIR to another folder`,
      );
    }
    await rm(pidFile, { force: true });
    if (!(await claim(pidFile))) {
      throw new PipelineError('CONFIG_INVALID', `Another Polywire is just starting on ${dataDir}`);
    }
  }
  return {
    async [Symbol.asyncDispose]() {
      await rm(pidFile, { force: true });
    },
  };
}

/**
 * Creates the data folder with its `logs/`, for its owner alone.
 *
 * @throws {PipelineError} `CONFIG_INVALID` where that cannot be.
 */
export async function makeDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(join(dataDir, 'logs'), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new PipelineError(
      'CONFIG_INVALID',
      `The data folder ${dataDir} cannot be written: ${error instanceof Error ? error.message : String(error)}; set POLYWIRE_DATA_DIR to a folder of yours`,
      { cause: error },
    );
  }
}

/** Creates the pid file; false where one exists. Creation is the one step that only one can win. */
async function claim(pidFile: string): Promise<boolean> {
  const owner: Owner = { pid: process.pid, bornAt: await birthOf(process.pid) };
  try {
    await writeFile(pidFile, JSON.stringify(owner), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

async function readOwner(pidFile: string): Promise<Owner | undefined> {
  try {
    return Owner.parse(JSON.parse(await readFile(pidFile, 'utf8')));
  } catch {
    return undefined; // gone meanwhile, or cut off while it was written: nobody's
  }
}

async function isAlive({ pid, bornAt }: Owner): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return (await birthOf(pid)) === bornAt;
}

/** Start time of a process in clock ticks since boot; empty where the system does not say (macOS). */
async function birthOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
