import type { ArticleStatus, StageProgress } from '../../../../shared/api/article-status.ts';
import { articleIdOf } from '../../../support/builders.ts';

type LocaleStages = Partial<Pick<ArticleStatus['locales'][string], 'tm-lookup' | 'render' | 'counts'>>;

export interface StatusParts {
  readonly normalize?: StageProgress;
  readonly 'tag-entities'?: StageProgress;
  readonly [locale: string]: StageProgress | LocaleStages | undefined;
}

const WAITING: StageProgress = { state: 'waiting', at: 1000 };

/** A status submitted at 1000 in which all waits but the given stages; other keys are its locales. */
export function statusOf(
  externalId: string,
  { normalize = WAITING, 'tag-entities': tagEntities = WAITING, ...locales }: StatusParts,
  overrides: Partial<ArticleStatus> = {},
): ArticleStatus {
  return {
    articleId: articleIdOf(externalId),
    externalId,
    version: 1,
    tenant: 'default',
    state: 'running',
    pubStatus: 'usable',
    urgency: 5,
    submittedAt: 1000,
    run: 0,
    stages: { normalize, 'tag-entities': tagEntities },
    locales: Object.fromEntries(
      Object.entries(locales).map(([tag, stages]) => [
        tag,
        { 'tm-lookup': WAITING, render: WAITING, ...stages },
      ]),
    ),
    ...overrides,
  };
}
