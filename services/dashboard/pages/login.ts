import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { isSameSecret } from '../../../shared/stores/api-keys.ts';
import { appendAudit } from '../../../shared/stores/audit-log.ts';
import {
  countRefusedLogin,
  createSession,
  endSession,
  readRefusedLogins,
} from '../../../shared/stores/session-store.ts';
import type { DashboardDeps } from '../deps.ts';
import {
  clearSessionCookie,
  formField,
  ownPath,
  requireForm,
  roleOf,
  sessionId,
  setSessionCookie,
} from '../security/session.ts';
import { type Html, html } from '../view/html.ts';
import { mark } from '../view/icons.ts';
import { renderPage } from '../view/layout.ts';
import type { View } from '../view/view.ts';
import { sendPage, viewOf } from '../view/view-of.ts';

const TOKEN_COOKIE = 'polywire_login';
/** Refused keys an address may send in a minute. */
const MAX_REFUSED = 10;

const Query = z.object({ next: z.string().optional() });

/** The login page, which takes an API key and gives a session, and the way out. */
export function registerLoginPage(app: FastifyInstance, deps: DashboardDeps): void {
  app.get('/login', async (request, reply) => {
    const token = randomBytes(24).toString('base64url');
    reply.setCookie(TOKEN_COOKIE, token, { path: '/login', httpOnly: true, sameSite: 'strict' });
    const next = ownPath(Query.parse(request.query).next);
    return sendPage(reply, renderLogin(viewOf(request, deps), { token, next }));
  });

  app.post('/login', async (request, reply) => {
    const token = request.cookies[TOKEN_COOKIE] ?? '';
    if (token === '' || !isSameSecret(formField(request, 'csrf') ?? '', token)) {
      throw new PipelineError(
        'FORBIDDEN',
        'The login form is too old, or cookies are off; reload the login page',
      );
    }
    const next = ownPath(formField(request, 'next'));
    const refuse = async (problem: Problem): Promise<typeof reply> => {
      const status = problem === 'login.tooMany' ? 429 : 403;
      return sendPage(reply.status(status), renderLogin(viewOf(request, deps), { token, next, problem }));
    };
    if ((await readRefusedLogins(deps.client, request.ip)) >= MAX_REFUSED) {
      return refuse('login.tooMany');
    }
    const holder = await deps.authenticate((formField(request, 'key') ?? '').trim());
    const role = holder === undefined ? undefined : roleOf(holder.scopes);
    if (holder === undefined || role === undefined) {
      await countRefusedLogin(deps.client, request.ip);
      return refuse(holder === undefined ? 'login.unknownKey' : 'login.noScope');
    }
    const { actor, tenant } = holder;
    setSessionCookie(request, reply, await createSession(deps.client, { actor, tenant, role }));
    await appendAudit(deps.client, {
      at: deps.now(),
      actor,
      action: 'login',
      target: 'dashboard',
      detail: role,
    });
    return reply.redirect(next, 303);
  });

  app.post('/logout', async (request, reply) => {
    const { actor } = requireForm(request);
    await endSession(deps.client, sessionId(request) ?? '');
    clearSessionCookie(reply);
    await appendAudit(deps.client, { at: deps.now(), actor, action: 'logout', target: 'dashboard' });
    return reply.redirect('/login', 303);
  });
}

type Problem = 'login.tooMany' | 'login.unknownKey' | 'login.noScope';

interface LoginForm {
  readonly token: string;
  readonly next: string;
  readonly problem?: Problem;
}

function renderLogin(view: View, { token, next, problem }: LoginForm): string {
  const { t } = view;
  return renderPage(view, {
    title: t('login.title'),
    main: html`<div class="login">
<div class="login-brand">${mark()}<span>Polywire</span></div>
<h1>${t('login.title')}</h1>
<form method="post" action="/login">
${problem !== undefined && problemText(t(problem))}
<input type="hidden" name="csrf" value="${token}">
<input type="hidden" name="next" value="${next}">
<label for="key">${t('login.key')}</label>
<input id="key" name="key" type="password" autocomplete="current-password" required autofocus spellcheck="false"${
      problem !== undefined && html` aria-describedby="key-problem" aria-invalid="true"`
    }>
<p class="hint">${t('login.hint')}</p>
<button class="primary">${t('login.submit')}</button>
</form>
</div>`,
  });
}

function problemText(text: string): Html {
  return html`<p id="key-problem" class="problem" role="alert">${text}</p>`;
}
