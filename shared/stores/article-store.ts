import { z } from 'zod';
import { type ArticleId, PubStatus, SourceArticle } from '../document/article.ts';
import { Locale } from '../document/locale.ts';
import { NO_REVIEW, SourceReview } from '../document/source-review.ts';
import { type JobPayload, PIPELINE_VERSION, priorityOf } from '../queue/contract.ts';
import { keys } from './keys.ts';
import { unpackJson } from './packed-json.ts';
import type { RedisClient } from './redis.ts';

/** One version as the store knows it. */
export interface VersionRecord {
  readonly articleId: ArticleId;
  readonly externalId: string;
  readonly tenant: string;
  /** As submitted; normalize may find another. */
  readonly headline?: string;
  readonly version: number;
  /** Newest version of the article. */
  readonly head: number;
  /** Of what was submitted. */
  readonly contentHash: string;
  /** Of what was submitted and decided since; absent where nothing was. */
  readonly workHash?: string;
  /** What was decided about its repairs and entities, or about those of the version before it. */
  readonly review: SourceReview;
  /** Times that it was made again because people decided something. */
  readonly reviews: number;
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

/** The facts of a version that its jobs carry. */
export type PayloadFacts = Pick<
  VersionRecord,
  'articleId' | 'version' | 'contentHash' | 'workHash' | 'tenant' | 'urgency' | 'ordinal' | 'trace' | 'run'
>;

/** The job payload that belongs to a version, for its next or current run. */
export function payloadOf(record: PayloadFacts, run: number = record.run): JobPayload {
  return {
    articleId: record.articleId,
    version: record.version,
    contentHash: record.workHash ?? record.contentHash,
    pipelineVersion: PIPELINE_VERSION,
    tenant: record.tenant,
    run,
    priority: priorityOf(record.urgency, record.ordinal),
    trace: record.trace,
  };
}

/** Reads a version; the newest without `version`. Undefined where there is none. */
export async function readVersion(
  client: RedisClient,
  articleId: ArticleId,
  version?: number,
): Promise<VersionRecord | undefined> {
  const wanted = version ?? Number((await client.hget(keys.article(articleId), 'head')) ?? 0);
  const [article, record] = await Promise.all([
    client.hgetall(keys.article(articleId)),
    client.hgetall(keys.version(articleId, wanted)),
  ]);
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
    head: Number(article['head'] ?? id.version),
    externalId: article['externalId'] ?? '',
    tenant: article['tenant'] ?? '',
    ...(record['headline'] === undefined ? {} : { headline: record['headline'] }),
    contentHash: record['contentHash'] ?? '',
    ...(record['workHash'] === undefined ? {} : { workHash: record['workHash'] }),
    review: record['review'] === undefined ? NO_REVIEW : SourceReview.parse(JSON.parse(record['review'])),
    reviews: Number(record['reviews'] ?? 0),
    state: record['state'] ?? 'running',
    pubStatus: PubStatus.parse(article['pubStatus']),
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
  return packed === null ? undefined : unpackJson(packed, SourceArticle);
}
