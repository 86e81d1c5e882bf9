import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DashboardDeps } from '../deps.ts';
import type { View } from './view.ts';

const COOKIE = 'polywire_ui';
const YEAR_SECONDS = 365 * 24 * 3600;

/** What a page needs to know of the reader of this request. */
export function viewOf(
  request: FastifyRequest,
  { interfaces, now }: Pick<DashboardDeps, 'interfaces' | 'now'>,
): View {
  const wanted = askedLanguage(request) ?? request.cookies[COOKIE];
  return {
    ...interfaces.choose(wanted, request.headers['accept-language']),
    session: request.session,
    url: request.url,
    now: now(),
    languages: interfaces.languages,
  };
}

/** Keeps the language that a reader chose with `?ui=`. */
export function rememberLanguage(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const asked = askedLanguage(request);
    if (asked !== undefined) {
      reply.setCookie(COOKIE, asked, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: YEAR_SECONDS });
    }
  });
}

/** Sends a page. */
export async function sendPage(reply: FastifyReply, page: string): Promise<FastifyReply> {
  return reply.type('text/html; charset=utf-8').send(page);
}

function askedLanguage({ query }: FastifyRequest): string | undefined {
  const asked: unknown = typeof query === 'object' && query !== null && 'ui' in query ? query.ui : undefined;
  return typeof asked === 'string' && /^[A-Za-z-]{2,20}$/u.test(asked) ? asked : undefined;
}
