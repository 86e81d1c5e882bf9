import { z } from 'zod';
import { ArticleId } from '../document/article.ts';
import { Locale } from '../document/locale.ts';

/** The stages that turn a source article into renditions, in order. */
export const STAGE_NAMES = ['normalize', 'tag-entities', 'tm-lookup', 'render'] as const;
export type StageName = (typeof STAGE_NAMES)[number];

/** How often each stage runs: once per article, or once per target locale. */
export const STAGE_SCOPES = {
  normalize: 'article',
  'tag-entities': 'article',
  'tm-lookup': 'locale',
  render: 'locale',
} as const satisfies Readonly<Record<StageName, 'article' | 'locale'>>;

/** The queues of articles; `collect` closes an article when its stages have ended. */
export const ARTICLE_QUEUES = [...STAGE_NAMES, 'collect'] as const;

/** Every queue; `maintain` looks through the translation memory. */
export const QUEUE_NAMES = [...ARTICLE_QUEUES, 'maintain'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** Hash-tagged, so that a flow's keys share one Cluster slot. */
export const KEY_PREFIX = '{polywire}';

/**
 * Version of payloads and stage results. A worker that meets a newer one puts the job back instead
 * of failing it, so that a rolling deploy may start with either side.
 */
export const PIPELINE_VERSION = 1;

/** Largest payload in bytes of JSON: a payload is a reference, never a text. */
export const MAX_PAYLOAD_BYTES = 2048;

/**
 * What a job carries. `run` counts the times that the version was put on the queue: 0 for the
 * submission, then one more for each retry or review; it makes the ids of a retry new.
 */
export const JobPayload = z.strictObject({
  articleId: ArticleId,
  version: z.int().min(1),
  /** SHA-256, hex, of the submission and of what people decided about its repairs since: no job takes results of another. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/u),
  locale: Locale.optional(),
  pipelineVersion: z.int().min(1),
  tenant: z.string().min(1),
  run: z.int().min(0),
  /** BullMQ priority of the article's jobs: 1 first. */
  priority: z.int().min(1).max(2_097_151),
  /** W3C traceparent of the submission. */
  trace: z.string(),
});
export type JobPayload = Readonly<z.infer<typeof JobPayload>>;

/** What a job of `maintain` carries: whose memories are looked through, and in which run. */
export const MaintenancePayload = z.strictObject({
  runId: z.string().min(1),
  tenant: z.string().min(1),
  pipelineVersion: z.int().min(1),
  /** W3C traceparent of the request. */
  trace: z.string(),
});
export type MaintenancePayload = Readonly<z.infer<typeof MaintenancePayload>>;

/** What every payload has. */
export type QueuePayload = JobPayload | MaintenancePayload;

/** Identifies one job; the same reference always gives the same id. */
export interface JobRef {
  readonly articleId: ArticleId;
  readonly version: number;
  readonly queue: QueueName;
  readonly locale?: Locale | undefined;
  readonly run: number;
}

/** `<articleId>.v<version>.<queue>[.<locale>][.r<run>]`: no ":" and never an integer, as BullMQ wants it. */
export function jobIdOf({ articleId, version, queue, locale, run }: JobRef): string {
  const parts = [articleId, `v${version}`, queue];
  if (locale !== undefined) {
    parts.push(locale);
  }
  if (run > 0) {
    parts.push(`r${run}`);
  }
  return parts.join('.');
}

/** Maps IPTC urgency 1..9 to a BullMQ priority; `ordinal` counts a tenant's waiting articles. */
export function priorityOf(urgency: number, ordinal: number): number {
  return Math.min(2_097_151, (urgency - 1) * 200_000 + 1 + Math.min(ordinal, 199_998));
}
