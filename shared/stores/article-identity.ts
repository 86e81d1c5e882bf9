import { createHash } from 'node:crypto';
import { ArticleId, type SourceArticle } from '../document/article.ts';

/** The service's id of a tenant's article: the same pair always gives the same id. */
export function articleIdOf(tenant: string, externalId: string): ArticleId {
  const digest = createHash('sha256').update(`${tenant}\u0000${externalId}`).digest();
  const number = BigInt(`0x${digest.subarray(0, 16).toString('hex')}`);
  return ArticleId.parse(`a${number.toString(36).padStart(20, '0').slice(0, 20)}`);
}

/**
 * SHA-256 of what decides the outputs of a submission, hex. Publishing status is left out: holding
 * and releasing change what is served, not what is made.
 */
export function contentHashOf(source: SourceArticle): string {
  const { articleId, version, format, content, meta, sourceLocale, targetLocales, embargoedUntil } = source;
  const { contentEncoding, charset } = source; // absent for text: the hash of such an article leaves them out
  const facts = {
    articleId,
    version,
    format,
    content,
    contentEncoding,
    charset,
    meta,
    sourceLocale,
    targetLocales,
    embargoedUntil,
  };
  return createHash('sha256').update(stableJson(facts)).digest('hex');
}

function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
