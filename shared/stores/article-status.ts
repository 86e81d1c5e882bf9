import type { ArticleStatus } from '../api/article-status.ts';
import { ArticleState } from '../api/article-status.ts';
import type { ArticleId } from '../document/article.ts';
import type { Locale } from '../document/locale.ts';
import { readVersion, type VersionRecord } from './article-store.ts';
import { keys } from './keys.ts';
import { decodeProgress, type ProgressEntry, stageField } from './progress-entry.ts';
import type { RedisClient } from './redis.ts';

/** A version with where each of its stages stands. */
export interface VersionView {
  readonly record: VersionRecord;
  readonly status: ArticleStatus;
}

/** Reads a version and its status; the newest without `version`. Undefined where there is none. */
export async function readView(
  client: RedisClient,
  articleId: ArticleId,
  version?: number,
): Promise<VersionView | undefined> {
  const wanted = version ?? Number((await client.hget(keys.article(articleId), 'head')) ?? 0);
  const [record, fields] = await Promise.all([
    readVersion(client, articleId, wanted),
    client.hgetall(keys.progress(articleId, wanted)),
  ]);
  return record === undefined
    ? undefined
    : { record, status: toStatus(record, new Map(Object.entries(fields))) };
}

/** Where a version and each of its stages stand; undefined where there is no such version. */
export async function readStatus(
  client: RedisClient,
  articleId: ArticleId,
  version?: number,
): Promise<ArticleStatus | undefined> {
  return (await readView(client, articleId, version))?.status;
}

/** Puts a record and its progress fields together. */
function toStatus(record: VersionRecord, fields: ReadonlyMap<string, string>): ArticleStatus {
  const entry = (field: string): ProgressEntry => decodeProgress(fields.get(field), record.submittedAt);
  const normalize = entry('normalize');
  const tagEntities = entry('tag-entities');
  const { headline = record.headline, sourceLocale, repairs } = normalize.summary ?? {};
  return {
    articleId: record.articleId,
    externalId: record.externalId,
    version: record.version,
    tenant: record.tenant,
    state: record.pubStatus === 'canceled' ? 'killed' : ArticleState.parse(record.state),
    pubStatus: record.pubStatus,
    ...(record.embargoedUntil === undefined ? {} : { embargoedUntil: record.embargoedUntil }),
    ...(headline === undefined ? {} : { headline }),
    ...(sourceLocale === undefined ? {} : { sourceLocale }),
    ...(repairs === undefined ? {} : { repairs }),
    urgency: record.urgency,
    submittedAt: record.submittedAt,
    ...(record.closedAt === undefined ? {} : { closedAt: record.closedAt }),
    run: record.run,
    stages: { normalize: progressOf(normalize), 'tag-entities': progressOf(tagEntities) },
    locales: Object.fromEntries(record.targets.map((locale) => [locale, localeStatus(locale, entry)])),
  };
}

function localeStatus(
  locale: Locale,
  entry: (field: string) => ProgressEntry,
): ArticleStatus['locales'][string] {
  const lookup = entry(stageField('tm-lookup', locale));
  const render = entry(stageField('render', locale));
  const counts = render.summary?.counts;
  const leverage = lookup.summary?.leverage;
  return {
    'tm-lookup': progressOf(lookup),
    render: progressOf(render),
    ...(counts === undefined
      ? {}
      : { counts: { ...counts, ...(leverage === undefined ? {} : { leverage }) } }),
  };
}

function progressOf({ summary: _summary, ...progress }: ProgressEntry): ProgressEntry {
  return progress;
}
