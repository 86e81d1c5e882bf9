import { describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../../../services/cli/client.ts';
import { followArticle } from '../../../../services/cli/follow-article.ts';
import { answer, refuse, scriptedService, statusOf } from './scripted-service.ts';

const NO_ABORT = new AbortController().signal;

describe('createClient', () => {
  it('sends the key, and ids as one part of the path', async () => {
    await using service = await scriptedService((_seen, response) => answer(response, statusOf()));
    await clientOf(service.url).status('desk/47 11');
    expect(service.seen[0]).toMatchObject({
      method: 'GET',
      url: '/v1/articles/desk%2F47%2011',
      authorization: 'Bearer pw_k_s',
    });
  });

  it.each([
    [401, 'refused'],
    [403, 'refused'],
    [404, 'notFound'],
    [410, 'notFound'],
    [409, 'conflict'],
    [422, 'failed'],
    [429, 'unreachable'],
    [503, 'unreachable'],
  ])('takes a problem of status %i as "%s"', async (status, exit) => {
    await using service = await scriptedService((_seen, response) => refuse(response, { status }));
    await expect(clientOf(service.url).status('news')).rejects.toMatchObject({ exit });
  });

  it('makes one sentence of a problem: the detail, the wrong fields, when to try again', async () => {
    await using service = await scriptedService((_seen, response) =>
      refuse(response, {
        status: 422,
        code: 'REQUEST_INVALID',
        detail: 'The request is not valid',
        errors: [{ pointer: '/urgency', detail: 'expected 1 to 9' }],
      }),
    );
    const body = { format: 'text', content: 'A.' } as const;
    await expect(clientOf(service.url).submit('news', 1, body)).rejects.toMatchObject({
      code: 'REQUEST_INVALID',
      message: 'The request is not valid (/urgency: expected 1 to 9); try again in 3 s',
    });
  });

  it('says the status of an answer that is no problem document', async () => {
    await using service = await scriptedService((_seen, response) => response.writeHead(502).end('<html>'));
    await expect(clientOf(service.url).status('news')).rejects.toMatchObject({
      exit: 'unreachable',
      message: 'The service answered 502 to /v1/articles/news',
    });
  });

  it('names the part of an answer that it does not understand', async () => {
    await using service = await scriptedService((_seen, response) =>
      answer(response, { ...statusOf(), version: 'one' }),
    );
    await expect(clientOf(service.url).status('news')).rejects.toThrow(/is not understood \(version: /u);
  });

  it('says where nothing answers, and what to do', async () => {
    await expect(clientOf('http://127.0.0.1:1').status('news')).rejects.toMatchObject({
      exit: 'unreachable',
      message: expect.stringMatching(/No service answers at http:\/\/127\.0\.0\.1:1 .*polywire start/u),
    });
  });

  it('ends with "interrupted" when it is aborted', async () => {
    await using service = await scriptedService(() => undefined);
    const client = createClient({ url: service.url, key: undefined, signal: AbortSignal.timeout(50) });
    await expect(client.status('news')).rejects.toMatchObject({ exit: 'interrupted' });
  });
});

describe('followArticle', () => {
  it('opens a stream that breaks off again, until the article has ended', async () => {
    const streams = [
      statusOf({ state: 'running' }),
      statusOf({ state: 'running' }),
      statusOf({ state: 'partial' }),
    ];
    await using service = await scriptedService((_seen, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(`event: status\ndata: ${JSON.stringify(streams.shift())}\n\n`);
    });
    const states: string[] = [];
    const last = await followArticle(clientOf(service.url), 'news', {
      onStatus: ({ state }) => states.push(state),
      signal: NO_ABORT,
    });
    expect(states).toEqual(['running', 'running', 'partial']);
    expect(last.state).toBe('partial');
  });

  it('does not insist where the service refuses', async () => {
    await using service = await scriptedService((_seen, response) => refuse(response, { status: 404 }));
    const following = followArticle(clientOf(service.url), 'news', {
      onStatus: () => undefined,
      signal: NO_ABORT,
    });
    await expect(following).rejects.toMatchObject({ exit: 'notFound' });
    expect(service.seen).toHaveLength(1);
  });
});

function clientOf(url: string): Client {
  return createClient({ url, key: 'pw_k_s', signal: NO_ABORT });
}
