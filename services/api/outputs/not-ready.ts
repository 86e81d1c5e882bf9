import type { ArticleStatus } from '../../../shared/api/article-status.ts';
import type { Locale } from '../../../shared/document/locale.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';

/** Why there is nothing to serve yet, with where each stage on the way stands. */
export function notReady(status: ArticleStatus, locale?: Locale): PipelineError {
  const perLocale = locale === undefined ? undefined : status.locales[locale];
  const stages = {
    normalize: status.stages.normalize.state,
    'tag-entities': status.stages['tag-entities'].state,
    ...(perLocale === undefined
      ? {}
      : { 'tm-lookup': perLocale['tm-lookup'].state, render: perLocale.render.state }),
  };
  const open = Object.entries(stages).find(([, state]) => state !== 'done');
  const name = `"${status.externalId}" version ${status.version}`;
  const what = locale === undefined ? `The document of ${name}` : `The ${locale} output of ${name}`;
  return new PipelineError(
    'OUTPUT_NOT_READY',
    `${what} is not there: the article is ${status.state}${open === undefined ? '' : ` and stage ${open[0]} is ${open[1]}`}`,
    { details: { state: status.state, stages } },
  );
}
