import type { Submitter } from '../../shared/queue/submit.ts';
import { payloadOf, readVersion, type VersionRecord } from '../../shared/stores/article-store.ts';
import type { RedisClient } from '../../shared/stores/redis.ts';
import { registerVersion } from '../../shared/stores/register-version.ts';
import type { SpoolEntry } from './spool.ts';

export interface ReconcilePorts {
  readonly client: RedisClient;
  readonly submitter: Submitter;
}

/** What Redis holds of a spooled submission. */
export interface SpoolFacts {
  readonly record: VersionRecord | undefined;
  /** Whether the run's jobs are in the queues, in whatever state. */
  readonly hasFlow: boolean;
}

/** What becomes of a spooled submission. */
export type SpoolVerdict =
  /** Redis lost it, or never had it: register and queue. */
  | 'register'
  /** It is registered, but its jobs are not there. */
  | 'enqueue'
  /** It is being worked on. */
  | 'keep'
  /** It has ended. */
  | 'closed'
  /** The version is here with other content: for a person to look at. */
  | 'conflict';

/** Decides from what Redis holds; pure. */
export function judgeSpoolEntry(entry: SpoolEntry, { record, hasFlow }: SpoolFacts): SpoolVerdict {
  if (record === undefined) {
    return 'register';
  }
  if (record.contentHash !== entry.contentHash) {
    return 'conflict';
  }
  if (record.closedAt !== undefined) {
    return 'closed';
  }
  return hasFlow ? 'keep' : 'enqueue';
}

/** Reads what Redis holds of a submission. */
export async function readSpoolFacts(
  { client, submitter }: ReconcilePorts,
  { source }: SpoolEntry,
): Promise<SpoolFacts> {
  const record = await readVersion(client, source.articleId, source.version);
  const running = record !== undefined && record.closedAt === undefined;
  return { record, hasFlow: running && (await submitter.hasFlow(payloadOf(record))) };
}

/**
 * Registers a submission again, with its first time and trace, and queues it. A submission that was
 * overtaken meanwhile (`stale`, `killed`, `conflict`) is not queued.
 */
export async function putBack(
  ports: ReconcilePorts,
  { source, contentHash, submittedAt, trace }: SpoolEntry,
): Promise<'readded' | 'stale' | 'killed' | 'conflict'> {
  const { outcome } = await registerVersion(ports.client, source, { contentHash, now: submittedAt, trace });
  if (outcome !== 'accepted' && outcome !== 'unchanged') {
    return outcome;
  }
  await enqueueAgain(ports, source);
  return 'readded';
}

/** Queues a registered version from its first stage: what is done already is not done again. */
export async function enqueueAgain(
  { client, submitter }: ReconcilePorts,
  { articleId, version }: SpoolEntry['source'],
): Promise<void> {
  const record = await readVersion(client, articleId, version);
  if (record !== undefined) {
    await submitter.submit(payloadOf(record), [{ stage: 'normalize' }]);
  }
}
