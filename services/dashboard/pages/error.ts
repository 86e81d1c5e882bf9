import type { FastifyInstance } from 'fastify';
import { ERROR_CATALOG, PipelineError, toPipelineError } from '../../../shared/errors/errors.ts';
import type { DashboardDeps } from '../deps.ts';
import { html } from '../view/html.ts';
import { renderPage } from '../view/layout.ts';
import type { View } from '../view/view.ts';
import { sendPage, viewOf } from '../view/view-of.ts';

/** Answers what fails with a page in words: what it was, and the way back. */
export function answerErrors(app: FastifyInstance, deps: DashboardDeps): void {
  app.setErrorHandler(async (caught, request, reply) => {
    const error = asPipelineError(caught);
    const { status } = ERROR_CATALOG[error.code];
    if (status >= 500) {
      deps.log.error({ err: caught, url: request.url }, 'page failed');
    }
    const view = viewOf(request, deps);
    return sendPage(reply.status(status), renderError(view, error));
  });
  app.setNotFoundHandler(async (request, reply) => {
    const error = new PipelineError('NOT_FOUND', `There is no page at ${request.url}`);
    return sendPage(reply.status(404), renderError(viewOf(request, deps), error));
  });
}

function asPipelineError(caught: unknown): PipelineError {
  const status: unknown =
    typeof caught === 'object' && caught !== null && 'statusCode' in caught ? caught.statusCode : undefined;
  const isClientFault = typeof status === 'number' && status >= 400 && status < 500;
  return isClientFault && caught instanceof Error
    ? new PipelineError('REQUEST_INVALID', caught.message, { cause: caught })
    : toPipelineError(caught);
}

function renderError(view: View, { code, message }: PipelineError): string {
  const { t } = view;
  const { title, status } = ERROR_CATALOG[code];
  const words = status >= 500 ? t('error.internal') : message;
  return renderPage(view, {
    title,
    main: html`<section class="notice-page">
<p class="eyebrow">${status} · <code>${code}</code></p>
<h1>${title}</h1>
<p>${words}</p>
<p><a class="button" href="/">${t('error.back')}</a></p>
</section>`,
  });
}
