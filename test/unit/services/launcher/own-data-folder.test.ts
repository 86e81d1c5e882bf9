import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownDataFolder } from '../../../../services/launcher/own-data-folder.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

describe('ownDataFolder', () => {
  it('refuses a folder that a live process owns, and names the process', async () => {
    await using folder = await temporaryFolder();
    await using _owned = await ownDataFolder(folder.path);
    await expect(ownDataFolder(folder.path)).rejects.toThrow(
      `Another Polywire (process ${process.pid}) runs on ${folder.path}`,
    );
  });

  it('gives the folder back', async () => {
    await using folder = await temporaryFolder();
    await (await ownDataFolder(folder.path))[Symbol.asyncDispose]();
    await using again = await ownDataFolder(folder.path);
    expect(again).toBeDefined();
  });

  it.each([
    ['a process that is gone', JSON.stringify({ pid: 4_194_303, bornAt: '1' })],
    ['a process whose id another one has now', JSON.stringify({ pid: process.pid, bornAt: '1' })],
    ['a file that was cut off', '{"pid":'],
  ])('takes over from %s', async (_what, text) => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'polywire.pid'), text);
    await using owned = await ownDataFolder(folder.path);
    expect(owned).toBeDefined();
  });

  it('says what to do when the folder cannot be written', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'file');
    await writeFile(file, '');
    await expect(ownDataFolder(join(file, 'data'))).rejects.toThrow('set POLYWIRE_DATA_DIR');
  });
});
