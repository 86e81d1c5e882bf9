import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSpool, type Spool, type SpoolEntry } from '../../../../services/api/spool.ts';
import { sourceOf } from '../../../support/pipeline.ts';

let folder = '';
let spool: Spool;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pw-spool-'));
  spool = await openSpool(join(folder, 'spool'));
});
afterEach(async () => rm(folder, { recursive: true }));

function entryOf(externalId: string, contentHash = 'a'.repeat(64)): SpoolEntry {
  return { source: sourceOf(externalId), contentHash, trace: 'trace', submittedAt: 1 };
}

describe('the spool', () => {
  it('gives back what was written, and leaves no other file', async () => {
    const entry = entryOf('kept');
    const hold = await spool.write(entry);
    expect(hold.name).toBe(`${entry.source.articleId}.v1.json`);
    expect(await spool.read(hold.name)).toEqual(entry);
    expect(await readdir(join(folder, 'spool'))).toEqual([hold.name]);
  });

  it('hides a file from the reconciler until every request that wrote it is answered', async () => {
    const first = await spool.write(entryOf('held'));
    const second = await spool.write(entryOf('held'));
    first.release();
    expect(await spool.list()).toEqual([]);
    second.release();
    expect((await spool.list()).map(({ name, version }) => [name, version])).toEqual([[first.name, 1]]);
  });

  it('never replaces what is there: other content is a conflict', async () => {
    const hold = await spool.write(entryOf('fixed'));
    await expect(spool.write(entryOf('fixed', 'b'.repeat(64)))).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect((await spool.read(hold.name)).contentHash).toBe('a'.repeat(64));
    expect(await readdir(join(folder, 'spool'))).toEqual([hold.name]);
    hold.release();
    expect(await spool.list()).toHaveLength(1);
  });

  it('discards a refused submission, but not a file that another request wrote', async () => {
    const first = await spool.write(entryOf('refused'));
    const second = await spool.write(entryOf('refused'));
    await second.discard();
    expect(await readdir(join(folder, 'spool'))).toEqual([first.name]);
    await first.discard();
    expect(await readdir(join(folder, 'spool'))).toEqual([]);
  });

  it('says that the disk does not take it, and keeps the path to itself', async () => {
    await rm(join(folder, 'spool'), { recursive: true });
    await expect(spool.write(entryOf('nowhere'))).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The submission could not be written to the disk',
    });
  });

  it('lists oldest first and knows nothing of other files', async () => {
    const names: string[] = [];
    for (const [index, externalId] of ['one', 'two', 'three'].entries()) {
      const hold = await spool.write(entryOf(externalId));
      hold.release();
      names.unshift(hold.name);
      await utimes(join(folder, 'spool', hold.name), 1000 - index, 1000 - index);
    }
    await writeFile(join(folder, 'spool', 'README'), 'x');
    await spool.setAside(names.pop() ?? '');
    expect((await spool.list()).map(({ name }) => name)).toEqual(names);
  });

  it('sweeps writes that a crash cut off long ago when it opens', async () => {
    const [old, fresh] = ['old.tmp', 'fresh.tmp'].map((name) => join(folder, 'spool', name));
    await Promise.all([writeFile(old ?? '', 'x'), writeFile(fresh ?? '', 'x')]);
    await utimes(old ?? '', 1000, 1000);
    await openSpool(join(folder, 'spool'));
    expect(await readdir(join(folder, 'spool'))).toEqual(['fresh.tmp']);
  });
});
