import { afterEach, describe, expect, it } from 'vitest';
import { openThreadPool, type ThreadPool } from '../../../../../workers/normalize/thread/thread-pool.ts';

/** Does what the job says; counts the jobs that it has had. */
const OBEDIENT = `
  import { parentPort, threadId } from 'node:worker_threads';
  let jobs = 0;
  parentPort.on('message', (job) => {
    jobs += 1;
    if (job === 'spin') for (;;);
    if (job === 'exit') process.exit(3);
    if (job === 'throw') throw new Error('boom');
    if (job === 'fill') { const all = []; for (;;) all.push(new Array(10_000).fill(Math.random())); }
    if (job === 'refuse') parentPort.postMessage({ kind: 'failed', error: { code: 'SOURCE_EMPTY', message: 'None', details: '{"a":1}' } });
    if (job === 'wait') setTimeout(() => parentPort.postMessage({ kind: 'done', result: { job, jobs, threadId } }), 150);
    if (job === 'say') parentPort.postMessage({ kind: 'done', result: { job, jobs, threadId } });
  });
  parentPort.postMessage({ kind: 'ready' });`;

interface Said {
  readonly jobs: number;
  readonly threadId: number;
}

const open: ThreadPool<string, Said>[] = [];
const never = new AbortController().signal;

function poolOf({ size = 1, deadlineMs = 5_000, script = OBEDIENT } = {}): ThreadPool<string, Said> {
  const pool = openThreadPool<string, Said>({
    entry: new URL(`data:text/javascript,${encodeURIComponent(script)}`),
    size,
    deadlineMs,
    resourceLimits: { maxOldGenerationSizeMb: 24 },
  });
  open.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map(async (pool) => pool[Symbol.asyncDispose]()));
});

describe('openThreadPool', () => {
  it('uses a thread again for the next job', async () => {
    const pool = poolOf({ size: 3 });
    const first = await pool.run('say', never);
    expect(await pool.run('say', never)).toEqual({ ...first, jobs: 2 });
  });

  it('starts no more threads than it may, and lets jobs wait for one', async () => {
    const pool = poolOf({ size: 2 });
    const said = await Promise.all(Array.from({ length: 6 }, async () => pool.run('wait', never)));
    expect(new Set(said.map(({ threadId }) => threadId)).size).toBe(2);
    expect(Math.max(...said.map(({ jobs }) => jobs))).toBeGreaterThan(1);
  });

  it('hands on what a thread refuses, and keeps the thread', async () => {
    const pool = poolOf();
    await expect(pool.run('refuse', never)).rejects.toMatchObject({
      name: 'PipelineError',
      code: 'SOURCE_EMPTY',
      message: 'None',
      details: { a: 1 },
    });
    expect(await pool.run('say', never)).toMatchObject({ jobs: 2 });
  });

  it.each([
    [
      'that never ends',
      'spin',
      { code: 'SOURCE_TOO_COMPLEX', details: { limit: 'deadlineMs', allowed: 300 } },
    ],
    [
      'that fills the memory',
      'fill',
      { code: 'SOURCE_TOO_COMPLEX', details: { limit: 'memoryMb', allowed: 24 } },
    ],
    ['that ends the thread', 'exit', { code: 'INTERNAL' }],
    ['that breaks the thread', 'throw', { code: 'INTERNAL', message: 'The thread broke down: boom' }],
  ])('survives a job %s', async (_name, job, error) => {
    const pool = poolOf({ deadlineMs: job === 'spin' ? 300 : 5_000 });
    await expect(pool.run(job, never)).rejects.toMatchObject(error);
    expect(await pool.run('say', never)).toMatchObject({ jobs: 1 });
  });

  it('counts the deadline from when a thread takes the job up', async () => {
    const pool = poolOf({ deadlineMs: 400 });
    const said = await Promise.all(Array.from({ length: 4 }, async () => pool.run('wait', never)));
    expect(said.map(({ jobs }) => jobs)).toEqual([1, 2, 3, 4]);
  });

  it('ends the thread of a job that is given up, and forgets one that waits', async () => {
    const pool = poolOf();
    const stop = new AbortController();
    const spinning = pool.run('spin', stop.signal);
    const waiting = pool.run('say', stop.signal);
    const other = pool.run('say', never);
    setTimeout(() => stop.abort('canceled'), 100);
    const outcomes = await Promise.allSettled([spinning, waiting]);
    expect(outcomes).toMatchObject([{ reason: { code: 'INTERNAL' } }, { reason: { code: 'INTERNAL' } }]);
    expect(await other).toMatchObject({ jobs: 1 });
    await expect(pool.run('say', stop.signal)).rejects.toMatchObject({ code: 'INTERNAL' });
  });

  it('refuses what runs and waits when it is closed', async () => {
    const pool = poolOf();
    const jobs = [pool.run('spin', never), pool.run('say', never)];
    const outcomes = Promise.allSettled(jobs);
    await pool[Symbol.asyncDispose]();
    expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(pool.run('say', never)).rejects.toThrow('The threads are closed');
  });

  it('says why its threads cannot start', async () => {
    const error = "{ code: 'CONFIG_INVALID', message: 'No table', details: '{}' }";
    const script = `import { parentPort } from 'node:worker_threads'; parentPort.postMessage({ kind: 'failed', error: ${error} });`;
    await expect(poolOf({ script }).ready).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: 'No table',
    });
  });
});
