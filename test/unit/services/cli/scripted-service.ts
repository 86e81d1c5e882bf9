import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ArticleStatus } from '../../../../shared/api/article-status.ts';
import type { Problem } from '../../../../shared/api/problem.ts';

/** A request as the scripted service saw it. */
interface Seen {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

export interface ScriptedService extends AsyncDisposable {
  readonly url: string;
  readonly seen: readonly Seen[];
}

export type Script = (seen: Seen, response: ServerResponse) => void;

/** An HTTP server that answers as `script` says and keeps what it was asked. */
export async function scriptedService(script: Script): Promise<ScriptedService> {
  const seen: Seen[] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = {
      method: request.method ?? '',
      url: request.url ?? '',
      authorization: request.headers.authorization,
      body: await readBody(request),
    };
    seen.push(asked);
    script(asked, response);
  };
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Answers with JSON. */
export function answer(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** Answers with a problem document. */
export function refuse(response: ServerResponse, problem: Partial<Problem> & { status: number }): void {
  const document = { type: 'about:blank', title: 'No', detail: 'No.', code: 'INTERNAL', ...problem };
  response
    .writeHead(problem.status, { 'content-type': 'application/problem+json', 'retry-after': '3' })
    .end(JSON.stringify(document));
}

const DONE = { state: 'done', at: 1, ms: 2 } as const;

/** The status of an article with every stage done, but for what is given. */
export function statusOf(changes: Partial<ArticleStatus> = {}): ArticleStatus {
  return {
    articleId: 'a00000000000000000000',
    externalId: 'news',
    version: 1,
    tenant: 'default',
    state: 'done',
    pubStatus: 'usable',
    urgency: 5,
    submittedAt: 1,
    run: 0,
    stages: { normalize: DONE, 'tag-entities': DONE },
    locales: { es: { 'tm-lookup': DONE, render: DONE } },
    ...changes,
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
  }
  return body;
}
