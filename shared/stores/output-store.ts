import { createHash } from 'node:crypto';
import type { ArticleId } from '../document/article.ts';
import type { Document } from '../document/document.ts';
import type { EntityOverlay } from '../document/entity-mention.ts';
import type { Locale } from '../document/locale.ts';
import type { StoredFormat } from '../document/output-format.ts';
import type { Rendition } from '../document/rendition.ts';
import type { LocaleMatches } from '../memory/match.ts';
import { keys } from './keys.ts';
import { unpackText } from './packed-json.ts';
import { stageField } from './progress-entry.ts';
import type { RedisClient } from './redis.ts';
import { outputField, unpackRendition, unpackResult } from './stage-results.ts';

/** One output as it is served. */
export interface StoredOutput {
  readonly body: string;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
}

/** An article version's output in one locale and format; undefined until render has ended. */
export async function readOutput(
  client: RedisClient,
  { articleId, version }: { readonly articleId: ArticleId; readonly version: number },
  locale: Locale,
  format: StoredFormat,
): Promise<StoredOutput | undefined> {
  const packed = await client.hgetBuffer(keys.results(articleId, version), outputField(locale, format));
  if (packed === null) {
    return undefined;
  }
  const body = unpackText(packed);
  return { body, hash: createHash('sha256').update(body).digest('hex') };
}

/** The state of every segment in a locale; undefined until render has ended. */
export async function readRendition(
  client: RedisClient,
  { articleId, version }: { readonly articleId: ArticleId; readonly version: number },
  locale: Locale,
): Promise<Rendition | undefined> {
  const packed = await readResult(client, { articleId, version }, stageField('render', locale));
  return packed === undefined ? undefined : unpackRendition(packed);
}

/** What the stages found so far, or in the run before a review; each part is absent until its stage has ended. */
export async function readFindings(
  client: RedisClient,
  { articleId, version }: { readonly articleId: ArticleId; readonly version: number },
): Promise<{ readonly document?: Document; readonly entities?: EntityOverlay }> {
  const [document, entities] = await Promise.all([
    readResult(client, { articleId, version }, 'normalize'),
    readEntities(client, { articleId, version }),
  ]);
  return {
    ...(document ? { document: unpackResult('normalize', document) } : {}),
    ...(entities ? { entities } : {}),
  };
}

/** What a version names, as `readFindings` has it. */
export async function readEntities(
  client: RedisClient,
  version: { readonly articleId: ArticleId; readonly version: number },
): Promise<EntityOverlay | undefined> {
  const packed = await readResult(client, version, 'tag-entities');
  return packed === undefined ? undefined : unpackResult('tag-entities', packed);
}

/** The matches that one locale's rendition was made from; undefined until tm-lookup has ended. */
export async function readMatches(
  client: RedisClient,
  { articleId, version }: { readonly articleId: ArticleId; readonly version: number },
  locale: Locale,
): Promise<LocaleMatches | undefined> {
  const packed = await readResult(client, { articleId, version }, stageField('tm-lookup', locale));
  return packed === undefined ? undefined : unpackResult('tm-lookup', packed);
}

/** A result, or the one of the last run while a review has it made again. */
async function readResult(
  client: RedisClient,
  { articleId, version }: { readonly articleId: ArticleId; readonly version: number },
  field: string,
): Promise<Buffer | undefined> {
  const [current, before] = await client.hmgetBuffer(
    keys.results(articleId, version),
    field,
    `before.${field}`,
  );
  return current ?? before ?? undefined;
}
