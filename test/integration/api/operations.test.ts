import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUEUE_NAMES } from '../../../shared/queue/contract.ts';
import { articleIdOf } from '../../../shared/stores/article-identity.ts';
import { startHeartbeat } from '../../../shared/stores/heartbeat.ts';
import { createMetrics } from '../../../shared/telemetry/metrics.ts';
import { type ApiHarness, startApiHarness, storeRendition } from './api-harness.ts';

describe('the list of articles', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await startApiHarness();
    for (let index = 0; index < 25; index += 1) {
      await api.submit(`list-${index}`);
    }
    const same = Array.from({ length: 25 }, (_item, index) => articleIdOf('default', `list-${index}`));
    await api.client.zadd('{polywire}:articles', ...same.flatMap((id) => [1_700_000_000_000, id]));
    await api.submit('newest');
  });
  afterAll(async () => api[Symbol.asyncDispose]());

  it.each([1, 3, 7, 25, 26, 200])(
    'shows each article once, %i at a time, though they changed together',
    async (limit) => {
      const seen: string[] = [];
      let after = '';
      for (;;) {
        const page = (await api.call({ url: `/v1/articles?limit=${limit}${after}` })).json();
        seen.push(...page.items.map((item: { externalId: string }) => item.externalId));
        if (page.next === undefined) {
          break;
        }
        expect(page.items).toHaveLength(limit);
        after = `&after=${page.next}`;
      }
      expect(seen[0]).toBe('newest');
      expect(seen).toHaveLength(26);
      expect(new Set(seen).size).toBe(26);
    },
  );

  it('filters by state', async () => {
    await api.call({ method: 'POST', url: '/v1/articles/list-3/kill' });
    const page = (await api.call({ url: '/v1/articles?state=killed' })).json();
    expect(page.items.map((item: { externalId: string }) => item.externalId)).toEqual(['list-3']);
    expect((await api.call({ url: '/v1/articles?state=running&limit=200' })).json().items).toHaveLength(25);
  });
});

describe('backpressure', () => {
  it('answers 429 above the soft limit and 503 above the hard one, and still takes what is here', async () => {
    let now = 1000;
    await using api = await startApiHarness({ limits: { softDepth: 2, hardDepth: 3 }, now: () => now });
    expect((await api.submit('one')).statusCode).toBe(202);
    expect((await api.submit('two')).statusCode).toBe(202);
    now += 250;
    const soft = await api.submit('three');
    expect([soft.statusCode, soft.headers['retry-after']]).toEqual([429, '5']);
    expect(soft.json()).toMatchObject({
      code: 'OVERLOADED',
      detail: '2 articles are in hand; the limit is 2',
    });
    await api.client.sadd('{polywire}:open', 'x:1');
    now += 250;
    const hard = await api.submit('three');
    expect([hard.statusCode, hard.headers['retry-after']]).toEqual([503, '30']);
    expect((await api.submit('one')).statusCode).toBe(200);
    expect((await api.submit('two', 2, { pubStatus: 'canceled' })).statusCode).toBe(202);
    expect(await api.spool.list()).toHaveLength(2);
  });

  it('answers 503 when the memory of Redis is nearly used up', async () => {
    await using api = await startApiHarness({
      redisConfig: ['maxmemory 1mb'],
      limits: { maxMemoryShare: 0.5 },
    });
    const response = await api.submit('full');
    expect(response.statusCode).toBe(503);
    expect(response.json().detail).toMatch(
      /^Redis uses \d+ % of its memory; submissions are taken up to 50 %$/u,
    );
  });
});

describe('a lost Redis', () => {
  it('is answered with 503 at once, and the service comes back by itself', async () => {
    await using api = await startApiHarness();
    await api.submit('before');
    await api.server.kill();
    const startedAt = performance.now();
    for (const answer of [
      await api.submit('during'),
      await api.call({ url: '/v1/articles/before' }),
      await api.call({ url: '/v1/memory' }),
    ]) {
      expect(answer.statusCode).toBe(503);
      expect(answer.headers['retry-after']).toBe('2');
      expect(['REDIS_UNAVAILABLE', 'TM_STORE_UNAVAILABLE']).toContain(answer.json().code);
    }
    expect(performance.now() - startedAt).toBeLessThan(2000);
    const ready = await api.call({ url: '/readyz' });
    expect([ready.statusCode, ready.json().checks[0].status]).toEqual([503, 'fail']);
    expect((await api.call({ url: '/livez' })).statusCode).toBe(200);
    await api.server.start();
    await expect.poll(async () => (await api.submit('after')).statusCode, { timeout: 5000 }).toBe(202);
  });

  it('does not hang on a server that has stopped answering', async () => {
    await using api = await startApiHarness();
    await api.server.kill('SIGSTOP');
    const ready = await api.call({ url: '/readyz' });
    await api.server.kill('SIGCONT');
    expect(ready.statusCode).toBe(503);
    expect(ready.json().checks).toEqual([
      { name: 'redis', status: 'fail', detail: 'does not answer within 250 ms' },
    ]);
  });
});

describe('readiness and metrics', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await startApiHarness();
  });
  afterAll(async () => api[Symbol.asyncDispose]());

  it('is ready once every queue has a worker', async () => {
    const first = await api.app.inject({ url: '/readyz' });
    expect(first.statusCode).toBe(503);
    const missing = first.json().checks.filter((check: { status: string }) => check.status === 'fail');
    expect(missing.map((check: { name: string }) => check.name)).toEqual(
      QUEUE_NAMES.map((name) => `worker-${name}`),
    );
    const { registry } = createMetrics();
    const beats = await Promise.all(
      QUEUE_NAMES.map(async (name) => startHeartbeat(api.client, name, registry)),
    );
    const second = await api.app.inject({ url: '/readyz' });
    expect([second.statusCode, second.json().ready]).toEqual([200, true]);
    await Promise.all(beats.map(async (beat) => beat[Symbol.asyncDispose]()));
  });

  it('serves the metrics of the workers, summed', async () => {
    const beats: AsyncDisposable[] = [];
    for (const seconds of [0.001, 0.2]) {
      const { registry, stageDuration } = createMetrics();
      stageDuration.observe({ stage: 'render', outcome: 'done' }, seconds);
      beats.push(await startHeartbeat(api.client, 'render', registry));
    }
    const { body } = await api.app.inject({ url: '/metrics' });
    expect(body).toContain('polywire_stage_duration_seconds_count{stage="render",outcome="done"} 2');
    await Promise.all(beats.map(async (beat) => beat[Symbol.asyncDispose]()));
  });

  it('says when Redis keeps nothing over a restart', async () => {
    await api.client.config('SET', 'appendonly', 'no');
    const { checks } = (await api.app.inject({ url: '/readyz' })).json();
    expect(checks).toContainEqual({
      name: 'redis-append-only',
      status: 'warn',
      detail: 'appendonly is off: a restart of Redis loses work',
    });
    await api.client.config('SET', 'appendonly', 'yes');
  });

  it('counts jobs by queue and state without a key', async () => {
    await api.submit('metered');
    const response = await api.app.inject({ url: '/metrics' });
    expect(response.headers['content-type']).toContain('text/plain');
    expect(response.body).toContain('polywire_queue_jobs{queue="normalize",state="prioritized"} 1');
    expect(response.body).toContain('polywire_queue_jobs{queue="collect",state="waiting-children"} 1');
    expect(response.body).toMatch(/polywire_queue_longest_wait_seconds\{queue="normalize"\} [\d.]+/u);
    expect(response.body).not.toContain('metered');
  });
});

describe('the translation memory', () => {
  let api: ApiHarness;
  beforeAll(async () => {
    api = await startApiHarness();
  });
  afterAll(async () => api[Symbol.asyncDispose]());

  const tmx = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="en" creationtool="t" segtype="sentence" datatype="plaintext"/><body>
<tu><tuv xml:lang="en"><seg>Good morning.</seg></tuv><tuv xml:lang="es"><seg>Buenos días.</seg></tuv><tuv xml:lang="fr"><seg>Bonjour.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Only English.</seg></tuv></tu>
</body></tmx>`;
  const headers = { 'content-type': 'application/x-tmx+xml' };
  const send = async (payload: string | Buffer) =>
    api.call({ method: 'POST', url: '/v1/memory/import?file=a.tmx', payload, headers });

  it('takes a file, says what became of each unit, and gives it back', async () => {
    const first = await send(tmx);
    expect(first.statusCode).toBe(200);
    expect(first.json()).toMatchObject({
      state: 'done',
      created: 2,
      merged: 0,
      kept: 0,
      refused: 1,
      refusals: [{ index: 2, line: 4, reason: 'target-missing' }],
    });
    expect((await send(tmx)).json()).toMatchObject({ created: 0, kept: 2 });
    expect((await api.call({ url: '/v1/memory' })).json()).toMatchObject({ sources: { en: 1 } });
    const exported = await api.call({ url: '/v1/memory/export?locale=es' });
    expect(exported.headers['content-type']).toBe('application/x-tmx+xml; charset=utf-8');
    expect(exported.body).toContain('Buenos días.');
    expect(exported.body).not.toContain('Bonjour.');
    expect((await send(exported.body)).json()).toMatchObject({ kept: 1, refused: 0 });
  });

  it('names the place of a fault and what was filed before it', async () => {
    const response = await send(tmx.replace('</body>', '<tu><tuv></body>'));
    expect(response.statusCode).toBe(422);
    expect(response.json()).toMatchObject({
      code: 'EXCHANGE_INVALID',
      details: { line: 5, imported: { created: 0, kept: 2, refused: 1, state: 'failed' } },
    });
  });

  it('asks for a file', async () => {
    const response = await api.call({ method: 'POST', url: '/v1/memory/import', payload: { a: 1 } });
    expect(response.statusCode).toBe(422);
    expect(response.json().detail).toContain('application/x-tmx+xml');
  });
});

describe('following an article', () => {
  it('streams the status as it changes, over HTTP, until the article ends', async () => {
    await using api = await startApiHarness();
    await api.submit('followed');
    const base = await api.app.listen({ host: '127.0.0.1', port: 0 });
    const response = await fetch(`${base}/v1/articles/followed/events`, {
      headers: { authorization: 'Bearer pw_test_bootstrap' },
    });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const text = response.text();
    await sleep(50);
    await storeRendition(api, await api.record('followed'), 'es', [{ target: 'Uno' }]);
    await sleep(250);
    await api.call({ method: 'POST', url: '/v1/articles/followed/kill' });
    const events = parseEvents(await text);
    expect(events.map(({ event }) => event)).toEqual(['status', 'status', 'status', 'end']);
    expect(events[0]?.data).toMatchObject({
      state: 'running',
      locales: { es: { render: { state: 'waiting' } } },
    });
    expect(events[1]?.data).toMatchObject({
      state: 'running',
      locales: { es: { render: { state: 'done' } } },
    });
    expect(events[2]?.data).toMatchObject({ state: 'killed' });
  });

  it('ends its streams when the service stops', async () => {
    const api = await startApiHarness();
    await api.submit('stopping');
    const base = await api.app.listen({ host: '127.0.0.1', port: 0 });
    const response = await fetch(`${base}/v1/articles/stopping/events`, {
      headers: { authorization: 'Bearer pw_test_bootstrap' },
    });
    const text = response.text();
    const startedAt = performance.now();
    await api[Symbol.asyncDispose]();
    expect(await text).toContain('event: status');
    expect(performance.now() - startedAt).toBeLessThan(3000);
  });

  it('answers 404 like any other route', async () => {
    await using api = await startApiHarness();
    expect((await api.call({ url: '/v1/articles/none/events' })).json().code).toBe('ARTICLE_NOT_FOUND');
  });
});

function parseEvents(text: string): { event: string; data: unknown }[] {
  return Array.from(text.matchAll(/event: (\w+)\ndata: (.*)\n\n/gu), ([, event = '', data = '{}']) => ({
    event,
    data: JSON.parse(data),
  }));
}
