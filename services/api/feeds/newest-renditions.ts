import { ArticleId } from '../../../shared/document/article.ts';
import type { Locale } from '../../../shared/document/locale.ts';
import { type ArticleCursor, readArticlePage } from '../../../shared/stores/article-page.ts';
import { readStatus } from '../../../shared/stores/article-status.ts';
import { readVersion, type VersionRecord } from '../../../shared/stores/article-store.ts';
import type { ApiDeps } from '../api.ts';
import { mayBeServed } from '../outputs/check-served.ts';

/** A version whose rendition can be served, and when it was made. */
export interface RenderedVersion {
  readonly record: VersionRecord;
  /** Milliseconds since the epoch. */
  readonly renderedAt: number;
}

export interface NewestRequest {
  readonly tenant: string;
  readonly locale: Locale;
  readonly limit: number;
}

/** Pages of articles that one call looks at, newest first. */
const MAX_PAGES = 10;

/**
 * The tenant's newest renditions in a locale, newest first: of each article the newest version that is
 * there, or the one before while it is being made. Killed, withheld and embargoed articles are left out.
 */
export async function newestRenditions(
  { client, now }: Pick<ApiDeps, 'client' | 'now'>,
  { tenant, locale, limit }: NewestRequest,
): Promise<readonly RenderedVersion[]> {
  const found: RenderedVersion[] = [];
  let after: ArticleCursor | undefined;
  for (let pages = 0; pages < MAX_PAGES && found.length < limit; pages += 1) {
    const { items, next } = await readArticlePage(client, { tenant, after, limit: Math.max(limit, 20) });
    const versions = await Promise.all(
      items.map(async ({ articleId, version }) =>
        renderedVersion({ client, now }, { articleId: ArticleId.parse(articleId), version, locale }),
      ),
    );
    found.push(...versions.filter((version) => version !== undefined));
    if (next === undefined) {
      break;
    }
    after = next;
  }
  return found.toSorted((a, b) => b.renderedAt - a.renderedAt).slice(0, limit);
}

async function renderedVersion(
  { client, now }: Pick<ApiDeps, 'client' | 'now'>,
  { articleId, version, locale }: { articleId: ArticleId; version: number; locale: Locale },
): Promise<RenderedVersion | undefined> {
  for (const candidate of [version, version - 1].filter((number) => number > 0)) {
    const [record, status] = await Promise.all([
      readVersion(client, articleId, candidate),
      readStatus(client, articleId, candidate),
    ]);
    const render = status?.locales[locale]?.render;
    if (record !== undefined && !mayBeServed(record, now())) {
      return undefined;
    }
    if (record !== undefined && render?.state === 'done') {
      return { record, renderedAt: render.at ?? record.submittedAt };
    }
  }
  return undefined;
}
