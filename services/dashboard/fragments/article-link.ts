import type { ArticleStatus } from '../../../shared/api/article-status.ts';

/** What a person calls an article: its headline, else the submitter's id. */
export function headlineOf({ headline, externalId }: ArticleStatus): string {
  return headline ?? externalId;
}

/** Where an article's page is. */
export function articleUrl({ articleId }: Pick<ArticleStatus, 'articleId'>): string {
  return `/articles/${articleId}`;
}

/** Where the page of one locale of an article is. */
export function localeUrl(status: Pick<ArticleStatus, 'articleId' | 'version'>, locale: string): string {
  return `${articleUrl(status)}/locales/${locale}?version=${status.version}`;
}

/** Where the dashboard serves an output. */
export function outputUrl(
  status: Pick<ArticleStatus, 'articleId' | 'version'>,
  locale: string,
  format: string,
): string {
  return `${articleUrl(status)}/locales/${locale}/output.${format}?version=${status.version}`;
}

/** Where the repairs of an article version are reviewed. */
export function reviewUrl(status: Pick<ArticleStatus, 'articleId' | 'version'>): string {
  return `${articleUrl(status)}/review?version=${status.version}`;
}

/** Where what an article version names is looked at and corrected. */
export function entitiesUrl(status: Pick<ArticleStatus, 'articleId' | 'version'>): string {
  return `${articleUrl(status)}/entities?version=${status.version}`;
}
