import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Scope } from '../../../shared/api/scopes.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { isSameSecret } from '../../../shared/stores/api-keys.ts';
import { readSession, SESSION_SECONDS, type StoredSession } from '../../../shared/stores/session-store.ts';
import type { DashboardDeps } from '../deps.ts';
import { isSameOrigin } from './same-origin.ts';

/** Someone who is signed in. */
export type Session = StoredSession;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every route but the login's and the assets'. */
    session: Session | undefined;
  }
}

const COOKIE = 'polywire_session';
const PUBLIC_PATHS: ReadonlySet<string> = new Set(['/login', '/livez']);
const PUBLIC_FOLDER = '/assets/';

/**
 * Lets in only those who are signed in; others are sent to the login page, and back from there.
 * Requests that change something must come from a page of ours.
 */
export function guardSession(app: FastifyInstance, { client }: Pick<DashboardDeps, 'client'>): void {
  app.decorateRequest('session', undefined);
  app.addHook('onRequest', async (request, reply) => {
    refuseForeignWrites(request);
    const path = pathOf(request);
    if (PUBLIC_PATHS.has(path) || path.startsWith(PUBLIC_FOLDER)) {
      return;
    }
    const id = sessionId(request);
    request.session = id === undefined ? undefined : await readSession(client, id);
    if (request.session === undefined) {
      await turnAway(request, reply);
    }
  });
}

/** The role that an API key's scopes give; undefined: none, it was made for other doors. */
export function roleOf(scopes: readonly Scope[]): Session['role'] | undefined {
  if (scopes.includes('ops:write')) {
    return 'operator';
  }
  return scopes.includes('ops:read') ? 'viewer' : undefined;
}

/**
 * Who is signed in, on a route that the guard lets no one else reach.
 *
 * @throws {PipelineError} `UNAUTHENTICATED`.
 */
export function sessionOf({ session }: FastifyRequest): Session {
  if (session === undefined) {
    throw new PipelineError('UNAUTHENTICATED', 'Sign in first: /login takes an API key');
  }
  return session;
}

/** The session's secret id, as the browser keeps it. */
export function sessionId(request: FastifyRequest): string | undefined {
  return request.cookies[COOKIE];
}

/** Gives the browser its session id: out of reach of scripts and of other sites. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, id: string): void {
  reply.setCookie(COOKIE, id, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: SESSION_SECONDS,
  });
}

/** Takes the session id away again. */
export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' });
}

/**
 * Refuses a form that was not made for this session, and a viewer who wants to act.
 *
 * @throws {PipelineError} `FORBIDDEN`.
 */
export function requireOperator(request: FastifyRequest): Session {
  const session = requireForm(request);
  if (session.role !== 'operator') {
    throw new PipelineError(
      'FORBIDDEN',
      `"${session.actor}" is signed in as a viewer; this needs an API key with the scope "ops:write"`,
    );
  }
  return session;
}

/** Refuses a form whose token is not this session's. */
export function requireForm(request: FastifyRequest): Session {
  const { session } = request;
  if (session === undefined || !isSameSecret(formField(request, 'csrf') ?? '', session.csrf)) {
    throw new PipelineError(
      'FORBIDDEN',
      'The form does not belong to this session, or the session has ended; go back, reload the page and try again',
    );
  }
  return session;
}

/** A field of a posted form; undefined where it is missing or was sent twice. */
export function formField(request: FastifyRequest, name: string): string | undefined {
  const { body } = request;
  const value: unknown =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : '';
  return typeof value === 'string' ? value : undefined;
}

/** All values of a field of a posted form, in their order. */
export function formFields({ body }: FastifyRequest, name: string): readonly string[] {
  const value: unknown =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : [];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((item) => typeof item === 'string');
}

/** `path` when it leads to a page of ours, else the board: never to another site. */
export function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) ? path : '/';
}

function refuseForeignWrites(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') {
    return;
  }
  const { origin, 'sec-fetch-site': fetchSite } = request.headers;
  const site = Array.isArray(fetchSite) ? fetchSite[0] : fetchSite;
  if (!isSameOrigin({ host: request.host, origin, fetchSite: site })) {
    throw new PipelineError('FORBIDDEN', 'The request was sent by a page of another site');
  }
}

async function turnAway(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')) {
    await reply.redirect(`/login?next=${encodeURIComponent(request.url)}`, 303);
    return;
  }
  await reply.status(401).type('text/plain; charset=utf-8').send('Sign in first: /login takes an API key\n');
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '/';
}
