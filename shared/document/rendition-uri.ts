import { createHash } from 'node:crypto';
import type { ArticleId } from './article.ts';
import type { Locale } from './locale.ts';

/**
 * A name for an article in a locale, the same for every version and on every machine: a UUID (RFC 9562,
 * version 8) of both.
 */
export function renditionUri(articleId: ArticleId, locale: Locale): string {
  const hex = createHash('sha256').update(`${articleId} ${locale}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
  return `urn:uuid:${parts.join('-')}-${hex.slice(20, 32)}`;
}
