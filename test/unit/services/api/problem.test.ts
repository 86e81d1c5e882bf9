import { describe, expect, it } from 'vitest';
import { problemType, toProblem } from '../../../../services/api/problem.ts';
import { ERROR_CATALOG, type ErrorCode, PipelineError } from '../../../../shared/errors/errors.ts';

const REQUEST = { instance: '/v1/articles/a', traceId: 'f'.repeat(32) };

function withStatus(statusCode: number, message: string): Error {
  return Object.assign(new Error(message), { statusCode });
}

describe('toProblem', () => {
  it.each(Object.keys(ERROR_CATALOG).filter((code): code is ErrorCode => code in ERROR_CATALOG))(
    'answers %s with its status and title',
    (code) => {
      const { problem } = toProblem(new PipelineError(code, 'Why'), REQUEST);
      const { status, title } = ERROR_CATALOG[code];
      expect(problem).toMatchObject({ type: problemType(code), status, title, code, ...REQUEST });
    },
  );

  it('keeps the sentence, the fields and the facts of an error', () => {
    const errors = [{ pointer: '/a', detail: 'wrong' }];
    const error = new PipelineError('REQUEST_INVALID', 'Why', { details: { errors, head: 3 } });
    expect(toProblem(error, REQUEST).problem).toMatchObject({ detail: 'Why', errors, details: { head: 3 } });
  });

  it('says nothing about the inside of what nobody foresaw', () => {
    const error = new Error('password=hunter2 at /srv/app/x.ts');
    const { problem } = toProblem(error, REQUEST);
    expect(problem).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(JSON.stringify(problem)).not.toMatch(/hunter2|srv|stack/u);
    expect(problem.detail).toContain(REQUEST.traceId);
  });

  it.each([
    [400, 'Body is not valid JSON', 400, 'REQUEST_INVALID'],
    [413, 'Request body is too large', 413, 'SOURCE_TOO_LARGE'],
    [415, 'Unsupported Media Type', 415, 'REQUEST_INVALID'],
    [503, 'Request timed out', 503, 'UNAVAILABLE'],
    [500, 'Inside', 500, 'INTERNAL'],
  ])('answers what the framework refuses with %i as a problem', (statusCode, message, status, code) => {
    const { problem } = toProblem(withStatus(statusCode, message), REQUEST);
    expect(problem).toMatchObject({ status, code });
  });

  it.each([
    ["Stream isn't writeable and enableOfflineQueue options is false", 'REDIS_UNAVAILABLE'],
    ['Reached the max retries per request limit (which is 1).', 'REDIS_UNAVAILABLE'],
    ['Connection is closed.', 'REDIS_UNAVAILABLE'],
    ['connect ENOENT /run/redis.sock', 'REDIS_UNAVAILABLE'],
    ['read ECONNRESET', 'REDIS_UNAVAILABLE'],
    ['LOADING Redis is loading the dataset in memory', 'REDIS_UNAVAILABLE'],
    ["OOM command not allowed when used memory > 'maxmemory'.", 'UNAVAILABLE'],
  ])('recognizes a lost Redis by "%s", also when it is wrapped', (message, code) => {
    const wrapped = new Error('could not read', { cause: new Error('inner', { cause: new Error(message) }) });
    const { problem, headers } = toProblem(wrapped, REQUEST);
    expect(problem).toMatchObject({ status: 503, code });
    expect(headers).toEqual({ 'retry-after': '2' });
  });

  it.each([
    ['UNAUTHENTICATED', {}, { 'www-authenticate': 'Bearer realm="polywire"' }],
    ['OVERLOADED', { retryAfterSeconds: 7 }, { 'retry-after': '7' }],
    ['ARTICLE_NOT_FOUND', {}, {}],
  ] as const)('sends the headers that belong to %s', (code, details, headers) => {
    expect(toProblem(new PipelineError(code, 'Why', { details }), REQUEST).headers).toEqual(headers);
  });
});
