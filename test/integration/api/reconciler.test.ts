import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeVersion } from '../../../shared/stores/article-lifecycle.ts';
import { type ApiHarness, startApiHarness } from './api-harness.ts';

let api: ApiHarness;
let offset = 0;
beforeEach(async () => {
  offset = 0;
  api = await startApiHarness({ now: () => Date.now() + offset });
});
afterEach(async () => api[Symbol.asyncDispose]());

const NOTHING = { readded: 0, removed: 0, setAside: 0, failed: 0, killed: 0 };

describe('the reconciler', () => {
  it('puts back what Redis lost, with the same trace and time', async () => {
    await api.submit('lost-1');
    await api.submit('lost-2', 1, { pubStatus: 'withheld' });
    const before = await api.record('lost-1');
    await api.client.flushall();
    const reconciler = api.reconciler();
    expect(await reconciler.reconcile()).toMatchObject({ seen: 2, ...NOTHING, readded: 2 });
    const after = await api.record('lost-1');
    expect([after.trace, after.submittedAt, after.contentHash]).toEqual([
      before.trace,
      before.submittedAt,
      before.contentHash,
    ]);
    expect((await api.record('lost-2')).pubStatus).toBe('withheld');
    expect(await api.queue('collect').getJobCountByTypes('waiting-children')).toBe(2);
    expect(await api.queue('normalize').getJobCountByTypes('prioritized')).toBe(2);
    expect(await api.metrics.reconcilerReadds.get()).toMatchObject({ values: [{ value: 2 }] });
    expect(await reconciler.reconcile()).toMatchObject({ seen: 2, ...NOTHING });
  });

  it('queues again what is registered but has no jobs', async () => {
    await api.submit('no-flow');
    await dropJobs();
    const reconciler = api.reconciler();
    expect(await reconciler.reconcile()).toMatchObject({ readded: 1 });
    expect(await api.queue('collect').getJobCountByTypes('waiting-children')).toBe(1);
    expect(await reconciler.reconcile()).toMatchObject(NOTHING);
  });

  it('looks again at articles that it knew when the server is another one', async () => {
    await api.submit('restart');
    const reconciler = api.reconciler();
    await reconciler.reconcile();
    await dropJobs();
    expect(await reconciler.reconcile()).toMatchObject(NOTHING);
    await api.server.restart();
    await expect.poll(async () => (await reconciler.reconcile()).readded, { timeout: 5000 }).toBe(1);
  });

  it('removes a file only when its article has been closed for a while and Redis has written it', async () => {
    await api.submit('closing');
    const reconciler = api.reconciler({ closedForMs: 10_000 });
    await reconciler.reconcile();
    await closeVersion(api.client, await api.record('closing'), { state: 'done', now: Date.now() });
    expect(await reconciler.reconcile()).toMatchObject(NOTHING);
    offset = 10_000;
    expect(await reconciler.reconcile()).toMatchObject({ ...NOTHING, removed: 1 });
    expect(await readdir(api.spoolFolder)).toEqual([]);
  });

  it('leaves young files to the request that writes them', async () => {
    await api.submit('young');
    await api.client.flushall();
    expect(await api.reconciler({ minAgeMs: 5000 }).reconcile()).toMatchObject({ seen: 0, ...NOTHING });
  });

  it('drops what was overtaken while it was lost', async () => {
    await api.submit('overtaken', 1);
    await api.client.flushall();
    await api.submit('overtaken', 2, { content: 'Second' });
    expect(await api.reconciler().reconcile()).toMatchObject({ ...NOTHING, removed: 1 });
    expect((await api.record('overtaken')).version).toBe(2);
  });

  it('sets broken and conflicting files aside and goes on with the others', async () => {
    await api.submit('good');
    await api.submit('conflicting');
    const { articleId } = await api.record('conflicting');
    const entry = await api.spool.read(`${articleId}.v1.json`);
    await writeFile(
      join(api.spoolFolder, `${articleId}.v1.json`),
      JSON.stringify({ ...entry, contentHash: 'b'.repeat(64) }),
    );
    await writeFile(join(api.spoolFolder, `a${'0'.repeat(20)}.v1.json`), '{"half":');
    expect(await api.reconciler().reconcile()).toMatchObject({ seen: 3, ...NOTHING, setAside: 2 });
    const names = await readdir(api.spoolFolder);
    expect(names.filter((name) => name.endsWith('.bad'))).toHaveLength(2);
    expect(names).toHaveLength(3);
  });

  it('kills again what Redis forgot to be killed, and lets go of the mark once it holds', async () => {
    await api.submit('killed');
    await api.call({ method: 'POST', url: '/v1/articles/killed/kill' });
    const reconciler = api.reconciler();
    expect(await reconciler.reconcile()).toMatchObject({ ...NOTHING, seen: 1 });
    await api.client.flushall();
    expect(await reconciler.reconcile()).toMatchObject({ ...NOTHING, readded: 1, killed: 1 });
    expect((await api.record('killed')).pubStatus).toBe('canceled');
    expect((await api.submit('killed', 2)).statusCode).toBe(410);
    offset = 10_000;
    await reconciler.reconcile();
    expect((await readdir(api.spoolFolder)).filter((name) => name.includes('kill'))).toEqual([]);
  });

  it('does one pass for calls that overlap, and survives a lost server', async () => {
    await api.submit('shared');
    await api.client.flushall();
    const reconciler = api.reconciler();
    const passes = await Promise.all([
      reconciler.reconcile(),
      reconciler.reconcile(),
      reconciler.reconcile(),
    ]);
    expect(new Set(passes).size).toBe(1);
    await api.server.kill();
    expect(await reconciler.reconcile()).toMatchObject({ failed: 1 });
    await api.server.start();
  });
});

async function dropJobs(): Promise<void> {
  for (const queue of api.queues) {
    await queue.obliterate({ force: true });
  }
}
