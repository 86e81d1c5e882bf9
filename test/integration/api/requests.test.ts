import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHarness, ARTICLE, BOOTSTRAP_KEY, type CallOptions, startApiHarness } from './api-harness.ts';

let api: ApiHarness;
beforeAll(async () => {
  api = await startApiHarness();
});
afterAll(async () => api[Symbol.asyncDispose]());

const PUT = '/v1/articles/checked/versions/1';

describe('a request that cannot be served', () => {
  it.each<[string, CallOptions, number, string, readonly object[] | undefined]>([
    [
      'an unknown field',
      { method: 'PUT', url: PUT, payload: { ...ARTICLE, targetLocale: ['es'] } },
      422,
      'REQUEST_INVALID',
      [{ pointer: '/targetLocale', detail: '"targetLocale" is not a field of this request' }],
    ],
    [
      'an unknown field of the meta data',
      { method: 'PUT', url: PUT, payload: { ...ARTICLE, meta: { headlin: 'x' } } },
      422,
      'REQUEST_INVALID',
      [{ pointer: '/meta/headlin', detail: '"headlin" is not a field of this request' }],
    ],
    [
      'a value outside a closed set',
      { method: 'PUT', url: PUT, payload: { ...ARTICLE, format: 'pdf' } },
      422,
      'REQUEST_INVALID',
      [
        {
          pointer: '/format',
          detail: '"pdf" is not allowed; expected one of "markdown", "html", "text", "json", "ninjs", "docx"',
        },
      ],
    ],
    [
      'several wrong values at once',
      {
        method: 'PUT',
        url: PUT,
        payload: { format: 'text', content: 'x', urgency: 12, embargoedUntil: 'soon' },
      },
      422,
      'REQUEST_INVALID',
      [
        { pointer: '/urgency', detail: '12: Too big: expected number to be <=9' },
        { pointer: '/embargoedUntil', detail: '"soon": Invalid ISO datetime' },
      ],
    ],
    [
      'a target that is not configured',
      { method: 'PUT', url: PUT, payload: { ...ARTICLE, targetLocales: ['es', 'fr', 'vn', 'xx-!'] } },
      422,
      'LOCALE_UNKNOWN',
      [
        { pointer: '/targetLocales/2', detail: 'Locale "vn" is not configured: did you mean "vi"?' },
        { pointer: '/targetLocales/3', detail: 'Locale "xx-!" is not configured' },
      ],
    ],
    [
      'a version that is no number',
      { method: 'PUT', url: '/v1/articles/checked/versions/two', payload: ARTICLE },
      422,
      'REQUEST_INVALID',
      [{ pointer: '/path/version', detail: '"two"' }],
    ],
    [
      'an unknown query parameter',
      { url: '/v1/articles?limits=5' },
      422,
      'REQUEST_INVALID',
      [{ pointer: '/query/limits', detail: '"limits" is not a field of this request' }],
    ],
    [
      'a cursor that is not ours',
      { url: '/v1/articles?after=abc' },
      422,
      'REQUEST_INVALID',
      [{ pointer: '/query/after', detail: '"abc" is not a cursor' }],
    ],
    [
      'a body that is not JSON',
      { method: 'PUT', url: PUT, payload: '{"format":', headers: { 'content-type': 'application/json' } },
      400,
      'REQUEST_INVALID',
      undefined,
    ],
    [
      'a body of another type',
      { method: 'PUT', url: PUT, payload: 'x', headers: { 'content-type': 'application/pdf' } },
      415,
      'REQUEST_INVALID',
      undefined,
    ],
    [
      'an article above the limit',
      { method: 'PUT', url: PUT, payload: { ...ARTICLE, content: 'x'.repeat(2 * 1024 * 1024 + 1) } },
      413,
      'SOURCE_TOO_LARGE',
      [{ pointer: '/content', detail: 'The content has 2097153 bytes; at most 2097152 are taken' }],
    ],
    [
      'a body above the limit',
      { method: 'PUT', url: PUT, payload: { ...ARTICLE, content: 'x'.repeat(3 * 1024 * 1024) } },
      413,
      'SOURCE_TOO_LARGE',
      undefined,
    ],
    ['a path that does not exist', { url: '/v1/nothing?key=secret' }, 404, 'NOT_FOUND', undefined],
    [
      'a method that does not exist',
      { method: 'DELETE', url: '/v1/articles/x' },
      404,
      'NOT_FOUND',
      undefined,
    ],
    ['an article that does not exist', { url: '/v1/articles/none' }, 404, 'ARTICLE_NOT_FOUND', undefined],
  ])('answers %s with a problem that names it', async (...[, options, status, code, errors]) => {
    const response = await api.call(options);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toBe('application/problem+json');
    const problem = response.json();
    expect(problem).toMatchObject({ type: `urn:polywire:problem:${code}`, code, status });
    expect(problem.traceId).toMatch(/^[0-9a-f]{32}$/u);
    expect(JSON.stringify(problem)).not.toContain('secret');
    expect(JSON.stringify(problem)).not.toContain('node_modules');
    for (const [index, expected] of (errors ?? []).entries()) {
      const actual = problem.errors[index];
      expect(actual.pointer).toBe('pointer' in expected ? expected.pointer : undefined);
      expect(actual.detail).toContain('detail' in expected ? expected.detail : '');
    }
    expect(problem.errors?.length).toBe(errors?.length);
  });

  it('continues the trace of the caller', async () => {
    const traceparent = `00-${'ab'.repeat(16)}-${'cd'.repeat(8)}-01`;
    const response = await api.call({ url: '/v1/articles/none', headers: { traceparent } });
    expect(response.json().traceId).toBe('ab'.repeat(16));
  });
});

async function makeKey(body: object, key?: string): Promise<{ id: string; secret: string }> {
  const response = await api.call({ method: 'POST', url: '/v1/keys', payload: body, key });
  expect(response.statusCode).toBe(201);
  const { apiKey, secret } = response.json();
  return { id: apiKey.id, secret };
}

describe('API keys', () => {
  it.each<[string, string | undefined]>([
    ['no header', undefined],
    ['another scheme', `Basic ${BOOTSTRAP_KEY}`],
    ['an unknown key', `Bearer pw_0123456789abcdef_${'A'.repeat(43)}`],
    ['the beginning of the bootstrap key', `Bearer ${BOOTSTRAP_KEY.slice(0, -1)}`],
    ['a key without its form', 'Bearer {polywire}:keys'],
  ])('answers 401 to %s and asks for a bearer key', async (_name, authorization) => {
    const headers = authorization === undefined ? {} : { authorization };
    const response = await api.app.inject({ url: '/v1/articles', headers });
    expect(response.statusCode).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer realm="polywire"');
    expect(response.json().code).toBe('UNAUTHENTICATED');
  });

  it('checks the key before it reads the body', async () => {
    const response = await api.app.inject({
      method: 'PUT',
      url: PUT,
      payload: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.statusCode).toBe(401);
  });

  it('lets a key do what its scopes say, and nothing else', async () => {
    const { secret } = await makeKey({ scopes: ['outputs:read'], name: 'reader' });
    expect((await api.call({ url: '/v1/changes', key: secret })).statusCode).toBe(200);
    const refused = await api.call({ method: 'PUT', url: PUT, payload: ARTICLE, key: secret });
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({ code: 'FORBIDDEN', details: { needed: ['articles:write'] } });
  });

  it('keeps the secret as a hash alone', async () => {
    const { id, secret } = await makeKey({ scopes: ['outputs:read'] });
    const stored = await api.client.hget('{polywire}:keys', id);
    expect(stored).not.toContain(secret.slice(-20));
    const listed = await api.call({ url: '/v1/keys' });
    expect(listed.body).toContain(id);
    expect(listed.body).not.toContain('hash');
  });

  it('shuts a revoked key out at once', async () => {
    const { id, secret } = await makeKey({ scopes: ['outputs:read'] });
    expect((await api.call({ method: 'DELETE', url: `/v1/keys/${id}` })).statusCode).toBe(204);
    expect((await api.call({ url: '/v1/changes', key: secret })).statusCode).toBe(401);
    expect((await api.call({ method: 'DELETE', url: `/v1/keys/${id}` })).statusCode).toBe(404);
  });

  it('cannot give a scope that the giver does not have', async () => {
    const { secret } = await makeKey({ scopes: ['ops:write'] });
    const payload = { scopes: ['ops:write', 'tm:write'] };
    const response = await api.call({ method: 'POST', url: '/v1/keys', payload, key: secret });
    expect(response.statusCode).toBe(403);
    expect(response.json().detail).toContain('"tm:write"');
  });

  it('sees the articles of its own tenant alone', async () => {
    const { secret } = await makeKey({
      scopes: ['articles:write', 'outputs:read', 'ops:write'],
      tenant: 'other',
    });
    await api.submit('ours');
    expect((await api.call({ url: '/v1/articles/ours', key: secret })).statusCode).toBe(404);
    expect((await api.call({ url: '/v1/articles', key: secret })).json().items).toEqual([]);
    expect((await api.call({ url: '/v1/changes', key: secret })).json().items).toEqual([]);
    const theirs = await api.call({
      method: 'PUT',
      url: '/v1/articles/ours/versions/1',
      payload: { ...ARTICLE, content: 'x' },
      key: secret,
    });
    expect(theirs.statusCode).toBe(202);
    const elsewhere = await api.call({
      method: 'POST',
      url: '/v1/keys',
      payload: { scopes: ['ops:write'], tenant: 'default' },
      key: secret,
    });
    expect(elsewhere.statusCode).toBe(403);
  });
});

async function post(key: string, externalId: string, extra: object = {}): ReturnType<ApiHarness['call']> {
  return api.call({
    method: 'POST',
    url: '/v1/articles',
    payload: { ...ARTICLE, externalId, ...extra },
    headers: { 'idempotency-key': key },
  });
}

describe('Idempotency-Key', () => {
  it('gives the first answer again', async () => {
    const first = await post('key-1', 'idem-1');
    const second = await post('key-1', 'idem-1');
    expect([first.statusCode, second.statusCode]).toEqual([202, 202]);
    expect(second.json()).toEqual(first.json());
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(second.headers['idempotency-replayed']).toBe('true');
    const seconds = await api.client.ttl('{polywire}:idempotency:default:key-1');
    expect(seconds).toBeGreaterThan(86_000);
  });

  it('refuses the key for another body', async () => {
    await post('key-2', 'idem-2');
    const response = await post('key-2', 'idem-2', { content: 'other' });
    expect(response.statusCode).toBe(422);
    expect(response.json().code).toBe('IDEMPOTENCY_CONFLICT');
  });

  it('answers 409 while the first request is running', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, async () => post('key-3', 'idem-3')));
    const codes = answers.map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 202).length).toBeGreaterThanOrEqual(1);
    const running = answers.filter(({ statusCode }) => statusCode === 409);
    expect(running.length).toBeGreaterThan(0);
    expect(running[0]?.json().code).toBe('IDEMPOTENCY_RUNNING');
    expect(running[0]?.headers['retry-after']).toBe('1');
  });

  it('frees the key of a request that failed', async () => {
    await api.submit('idem-4', 2);
    expect((await post('key-4', 'idem-4', { content: 'older' })).json().code).toBe('STALE_VERSION');
    expect((await post('key-4', 'idem-4', { version: 3 })).statusCode).toBe(202);
  });

  it('refuses a key that is none', async () => {
    const response = await post('with space', 'idem-5');
    expect(response.statusCode).toBe(422);
    expect(response.json().errors[0].pointer).toBe('/headers/idempotency-key');
  });
});
