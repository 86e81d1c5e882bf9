import { z } from 'zod';
import type { ArticleId, PubStatus, SourceArticle } from '../document/article.ts';
import { SourceArticle as SourceArticleSchema } from '../document/article.ts';
import { Locale } from '../document/locale.ts';
import {
  type JobPayload,
  PIPELINE_VERSION,
  priorityOf,
  STAGE_NAMES,
  type StageName,
} from '../queue/contract.ts';
import { appendChange } from './change-feed.ts';
import { channels, keys } from './keys.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { encodeProgress, stageField } from './progress-entry.ts';
import type { RedisClient } from './redis.ts';
import { runScript } from './run-script.ts';
import { CLOSE_VERSION, OPEN_RUN, REGISTER_VERSION } from './scripts.ts';

/** What registering a version found. */
export interface Registration {
  readonly outcome: 'accepted' | 'unchanged' | 'conflict' | 'stale' | 'killed';
  /** Newest version before this call; 0 for a new article. */
  readonly head: number;
}

/** One version as the store knows it. */
export interface VersionRecord {
  readonly articleId: ArticleId;
  readonly externalId: string;
  readonly tenant: string;
  readonly version: number;
  readonly contentHash: string;
  readonly state: string;
  readonly pubStatus: PubStatus;
  readonly embargoedUntil?: string;
  readonly urgency: number;
  readonly ordinal: number;
  readonly targets: readonly Locale[];
  readonly run: number;
  readonly canceled: boolean;
  readonly submittedAt: number;
  readonly closedAt?: number;
  readonly trace: string;
}

/** The job payload that belongs to a version, for its next or current run. */
export function payloadOf(record: VersionRecord, run: number = record.run): JobPayload {
  return {
    articleId: record.articleId,
    version: record.version,
    contentHash: record.contentHash,
    pipelineVersion: PIPELINE_VERSION,
    tenant: record.tenant,
    run,
    priority: priorityOf(record.urgency, record.ordinal),
    trace: record.trace,
  };
}

/**
 * Takes in a version: all of it or nothing, and never twice. Puts nothing on a queue.
 */
export async function registerVersion(
  client: RedisClient,
  source: SourceArticle,
  { contentHash, now, trace }: { readonly contentHash: string; readonly now: number; readonly trace: string },
): Promise<Registration> {
  const { articleId, version, tenant } = source;
  const article = {
    externalId: source.externalId,
    tenant,
    head: version,
    pubStatus: source.pubStatus,
    embargoedUntil: source.embargoedUntil ?? '',
  };
  const record = {
    contentHash,
    state: 'running',
    submittedAt: now,
    urgency: source.urgency,
    targets: JSON.stringify(source.targetLocales),
    run: 0,
    trace,
    ...(source.meta.headline === undefined ? {} : { headline: source.meta.headline }),
  };
  const waiting = encodeProgress({ state: 'waiting', at: now });
  const reply = await runScript(
    client,
    REGISTER_VERSION,
    [
      keys.article(articleId),
      keys.version(articleId, version),
      keys.source(articleId, version),
      keys.progress(articleId, version),
      keys.articles(),
      keys.open(),
      keys.ordinal(),
    ],
    [
      articleId,
      version,
      contentHash,
      now,
      packJson(source),
      tenant,
      ...counted(article),
      ...counted(record),
      ...stageFields(source.targetLocales).flatMap((field) => [field, waiting]),
    ],
  );
  const [outcome, head] = RegisterReply.parse(reply);
  return { outcome, head };
}

const RegisterReply = z.tuple([
  z.enum(['accepted', 'unchanged', 'conflict', 'stale', 'killed']),
  z.int(),
  z.int(),
]);

function counted(fields: Readonly<Record<string, string | number>>): (string | number)[] {
  const flat = Object.entries(fields).flat();
  return [flat.length, ...flat];
}

function stageFields(targets: readonly Locale[]): string[] {
  const perArticle: StageName[] = ['normalize', 'tag-entities'];
  const perLocale = STAGE_NAMES.filter((stage) => !perArticle.includes(stage));
  return [
    ...perArticle.map((stage) => stageField(stage)),
    ...targets.flatMap((locale) => perLocale.map((stage) => stageField(stage, locale))),
  ];
}

/** Reads a version; the newest without `version`. Undefined where there is none. */
export async function readVersion(
  client: RedisClient,
  articleId: ArticleId,
  version?: number,
): Promise<VersionRecord | undefined> {
  const article = await client.hgetall(keys.article(articleId));
  const wanted = version ?? Number(article['head'] ?? 0);
  const record = await client.hgetall(keys.version(articleId, wanted));
  if (record['contentHash'] === undefined) {
    return undefined;
  }
  return toRecord({ articleId, version: wanted }, article, record);
}

function toRecord(
  id: { readonly articleId: ArticleId; readonly version: number },
  article: Readonly<Record<string, string>>,
  record: Readonly<Record<string, string>>,
): VersionRecord {
  const embargo = article['embargoedUntil'] ?? '';
  return {
    ...id,
    externalId: article['externalId'] ?? '',
    tenant: article['tenant'] ?? '',
    contentHash: record['contentHash'] ?? '',
    state: record['state'] ?? 'running',
    pubStatus: z.enum(['usable', 'withheld', 'canceled']).parse(article['pubStatus']),
    ...(embargo === '' ? {} : { embargoedUntil: embargo }),
    urgency: Number(record['urgency'] ?? 5),
    ordinal: Number(record['ordinal'] ?? 1),
    targets: z.array(Locale).parse(JSON.parse(record['targets'] ?? '[]')),
    run: Number(record['run'] ?? 0),
    canceled: record['canceled'] === '1',
    submittedAt: Number(record['submittedAt'] ?? 0),
    ...(record['closedAt'] === undefined ? {} : { closedAt: Number(record['closedAt']) }),
    trace: record['trace'] ?? '',
  };
}

/** Reads what was submitted as a version. */
export async function readSource(
  client: RedisClient,
  articleId: ArticleId,
  version: number,
): Promise<SourceArticle | undefined> {
  const packed = await client.getBuffer(keys.source(articleId, version));
  return packed === null ? undefined : unpackJson(packed, SourceArticleSchema);
}

/** Sets the publishing status, tells the feed, and stops running work of a killed article. */
export async function setPubStatus(
  client: RedisClient,
  record: VersionRecord,
  { pubStatus, now }: { readonly pubStatus: PubStatus; readonly now: number },
): Promise<void> {
  await client.hset(keys.article(record.articleId), 'pubStatus', pubStatus);
  await client.zadd(keys.articles(), now, record.articleId);
  const type = { usable: 'released', withheld: 'withheld', canceled: 'deleted' } as const;
  const { articleId, externalId, version } = record;
  await appendChange(client, { type: type[pubStatus], articleId, externalId, version, at: now });
  if (pubStatus === 'canceled') {
    await broadcastCancel(client, record);
  }
}

/** Cancels a version: running stages stop, waiting ones do nothing, `collect` closes it. */
export async function cancelVersion(client: RedisClient, record: VersionRecord): Promise<void> {
  await client.hset(keys.version(record.articleId, record.version), 'canceled', '1');
  await broadcastCancel(client, record);
}

async function broadcastCancel(client: RedisClient, { articleId, version }: VersionRecord): Promise<void> {
  await client.publish(channels.cancel, `${articleId} ${version}`);
  await client.publish(channels.progress, `${articleId} ${version}`);
}

/** Closes a run with its final state; tells whether this call did it. */
export async function closeVersion(
  client: RedisClient,
  record: VersionRecord,
  { state, now }: { readonly state: string; readonly now: number },
): Promise<boolean> {
  const { articleId, externalId, version, tenant, run } = record;
  const event = JSON.stringify({ type: 'closed', articleId, externalId, version, state, at: now });
  const closed = await runScript(
    client,
    CLOSE_VERSION,
    [keys.version(articleId, version), keys.open(), keys.articles(), keys.ordinal(), keys.changes()],
    [run, state, now, articleId, version, tenant, channels.progress, `${articleId} ${version}`, event],
  );
  return closed === 1;
}

/** Opens the next run with the given stages waiting again; undefined when another call was first. */
export async function openRun(
  client: RedisClient,
  record: VersionRecord,
  { fields, now }: { readonly fields: readonly string[]; readonly now: number },
): Promise<number | undefined> {
  const { articleId, version, tenant, run } = record;
  const waiting = encodeProgress({ state: 'waiting', at: now });
  const opened = await runScript(
    client,
    OPEN_RUN,
    [
      keys.version(articleId, version),
      keys.progress(articleId, version),
      keys.open(),
      keys.articles(),
      keys.ordinal(),
    ],
    [
      articleId,
      version,
      tenant,
      now,
      channels.progress,
      `${articleId} ${version}`,
      run,
      ...fields.flatMap((field) => [field, waiting]),
    ],
  );
  return opened === 0 ? undefined : z.int().parse(opened);
}
