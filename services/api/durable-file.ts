import { randomUUID } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a file that survives a power cut once this resolves, file and directory entry both. Never
 * replaces a file: tells whether this call made it.
 */
export async function createDurably(path: string, text: string): Promise<boolean> {
  return writeBeside(path, text, async (beside) => linkNew(beside, path));
}

/** As `createDurably`, but replaces what is there: readers see the old file or the new one. */
export async function replaceDurably(path: string, text: string): Promise<void> {
  await writeBeside(path, text, async (beside) => rename(beside, path));
}

/** Ending of a file whose write has not ended, or was cut off by a crash. */
export const UNFINISHED = '.tmp';

async function writeBeside<Result>(
  path: string,
  text: string,
  settle: (beside: string) => Promise<Result>,
): Promise<Result> {
  const beside = `${path}.${randomUUID()}${UNFINISHED}`;
  try {
    await writeSynced(beside, text);
    const result = await settle(beside);
    await syncFolder(dirname(path));
    return result;
  } finally {
    await rm(beside, { force: true });
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function linkNew(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
