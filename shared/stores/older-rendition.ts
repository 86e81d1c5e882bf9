import type { ArticleId } from '../document/article.ts';
import type { Locale } from '../document/locale.ts';
import type { Rendition } from '../document/rendition.ts';
import { readVersion, type VersionRecord } from './article-store.ts';
import { keys } from './keys.ts';
import { readRendition } from './output-store.ts';
import type { RedisClient } from './redis.ts';

/** Older versions that are looked at. */
const LOOKED_THROUGH = 20;

export interface OlderWish {
  readonly locale: Locale;
  readonly accepts: (rendition: Rendition) => boolean;
}

export interface OlderRendition {
  readonly record: VersionRecord;
  readonly rendition: Rendition;
}

/**
 * The newest version before this one whose rendition in the locale is accepted, of the last twenty;
 * undefined where there is none.
 */
export async function readOlderRendition(
  client: RedisClient,
  { articleId, version }: { readonly articleId: ArticleId; readonly version: number },
  { locale, accepts }: OlderWish,
): Promise<OlderRendition | undefined> {
  let at = version;
  for (let passed = 0; passed < LOOKED_THROUGH; passed += 1) {
    at = await versionBefore(client, articleId, at);
    if (at === 0) {
      return undefined;
    }
    const rendition = await readRendition(client, { articleId, version: at }, locale);
    if (rendition !== undefined && accepts(rendition)) {
      const record = await readVersion(client, articleId, at);
      return record && { record, rendition };
    }
  }
  return undefined;
}

/** Number of the version that this one came after; 0 where it was the first. */
export async function versionBefore(
  client: RedisClient,
  articleId: ArticleId,
  version: number,
): Promise<number> {
  return Number((await client.hget(keys.version(articleId, version), 'before')) ?? 0);
}
