import { z } from 'zod';
import { Locale } from '../document/locale.ts';
import { type JobPayload, STAGE_SCOPES, type StageName } from '../queue/contract.ts';
import type { StageResults } from '../queue/define-stage.ts';
import { changeEvent } from './change-feed.ts';
import { channels, keys } from './keys.ts';
import { encodeProgress, type ProgressEntry, stageField } from './progress-entry.ts';
import { createRecentValues, type RecentValues } from './recent-values.ts';
import type { RedisClient } from './redis.ts';
import { runScript, runScriptForBuffers } from './run-script.ts';
import { COMMIT_RESULT, MARK_PROGRESS, OPEN_STAGE } from './scripts.ts';
import { type ReadableResult, resultFields, unpackResult } from './stage-results.ts';

/** Why a stage has nothing to do for a job. */
export type SkipReason = 'superseded' | 'canceled' | 'killed' | 'gone';

/** What a job finds when it starts. */
export interface StageOpening {
  /** Set when the article no longer wants this work. */
  readonly skip?: SkipReason;
  /** Whether an earlier execution already stored this stage's result. */
  readonly done: boolean;
  /** The results that the stage needs, checked; one that is not stored is absent. */
  readonly needs: ReadonlyMap<ReadableResult, StageResults[ReadableResult]>;
  /** Target locales of the article. */
  readonly targets: readonly Locale[];
}

export interface StageCommit {
  readonly value: StageResults[StageName];
  readonly progress: ProgressEntry;
}

/** Results of stages and where they stand: all that a running job reads and writes. */
export interface StageStore {
  /** Reads everything a job needs in one round trip, and marks the stage as running unless it is done. */
  open(payload: JobPayload, stage: StageNeeds, running: ProgressEntry): Promise<StageOpening>;
  /** Stores a result and its progress at once; an earlier result of the same job stands. */
  commit(payload: JobPayload, name: StageName, result: StageCommit): Promise<void>;
  /** Records that a stage was skipped, will be tried again, or has failed; what is done stays done. */
  mark(payload: JobPayload, name: StageName, entry: ProgressEntry): Promise<void>;
}

interface StageNeeds {
  readonly name: StageName;
  readonly needs: readonly ReadableResult[];
}

type Recent = RecentValues<StageResults[ReadableResult]>;

/**
 * Results kept unpacked in a worker: a document serves all its locales without being read again.
 * A stored result never changes, so what is kept is never stale.
 */
const KEPT_RESULTS = 64;

export function createStageStore(client: RedisClient): StageStore {
  const recent: Recent = createRecentValues(KEPT_RESULTS);
  return {
    open: (payload, stage, running) => openStage({ client, recent }, payload, stage, running),
    commit: (payload, name, result) => commitResult(client, payload, name, result),
    mark: (payload, name, entry) => markProgress(client, payload, name, entry),
  };
}

async function openStage(
  { client, recent }: { readonly client: RedisClient; readonly recent: Recent },
  payload: JobPayload,
  { name, needs }: StageNeeds,
  running: ProgressEntry,
): Promise<StageOpening> {
  const { articleId, version, contentHash, locale } = payload;
  const fieldOf = (need: ReadableResult): string =>
    need === 'source' ? need : stageField(need, STAGE_SCOPES[need] === 'locale' ? locale : undefined);
  const idOf = (need: ReadableResult): string => `${articleId}:${version}:${contentHash}:${fieldOf(need)}`;
  const missing = needs.filter((need) => recent.get(idOf(need)) === undefined);
  const reply = await runScriptForBuffers(
    client,
    OPEN_STAGE,
    [
      keys.article(articleId),
      keys.version(articleId, version),
      keys.results(articleId, version),
      keys.progress(articleId, version),
      keys.source(articleId, version),
    ],
    [
      stageField(name, locale),
      encodeProgress(running),
      channels.progress,
      `${articleId} ${version}`,
      contentHash,
      ...missing.map(fieldOf),
    ],
  );
  const [head, pubStatus, storedHash, canceled, targets, done, ...packed] = reply;
  const facts = { head, pubStatus, storedHash, canceled };
  const skip = skipReason(facts, version, contentHash);
  missing.forEach((need, index) => {
    const bytes = packed[index];
    if (bytes !== undefined && skip === undefined) {
      recent.set(idOf(need), unpackResult(need, bytes));
    }
  });
  const found = needs.flatMap((need) => {
    const value = recent.get(idOf(need));
    return value === undefined ? [] : [[need, value] as const];
  });
  return {
    ...(skip === undefined ? {} : { skip }),
    done: done?.toString() === '1',
    needs: new Map(found),
    targets: z.array(Locale).parse(JSON.parse(targets?.toString() ?? '[]')),
  };
}

type StoredFacts = Readonly<Record<'head' | 'pubStatus' | 'storedHash' | 'canceled', Buffer | undefined>>;

function skipReason(facts: StoredFacts, version: number, contentHash: string): SkipReason | undefined {
  if (facts.storedHash?.toString() !== contentHash) {
    return 'gone';
  }
  if (facts.pubStatus?.toString() === 'canceled') {
    return 'killed';
  }
  if (facts.canceled?.toString() === '1') {
    return 'canceled';
  }
  return Number(facts.head?.toString() ?? version) > version ? 'superseded' : undefined;
}

async function commitResult(
  client: RedisClient,
  { articleId, version, contentHash, locale }: JobPayload,
  name: StageName,
  { value, progress }: StageCommit,
): Promise<void> {
  const field = stageField(name, locale);
  const isOutput = name === 'render' && locale !== undefined;
  const feed = isOutput ? changeEvent({ type: 'ready', articleId, version, locale, at: progress.at }) : '';
  await runScript(
    client,
    COMMIT_RESULT,
    [
      keys.results(articleId, version),
      keys.progress(articleId, version),
      keys.changes(),
      keys.version(articleId, version),
    ],
    [
      field,
      field,
      encodeProgress(progress),
      channels.progress,
      `${articleId} ${version}`,
      feed,
      contentHash,
      ...resultFields(field, value, locale),
    ],
  );
}

async function markProgress(
  client: RedisClient,
  { articleId, version, contentHash, locale }: JobPayload,
  name: StageName,
  entry: ProgressEntry,
): Promise<void> {
  await runScript(
    client,
    MARK_PROGRESS,
    [keys.results(articleId, version), keys.progress(articleId, version), keys.version(articleId, version)],
    [
      stageField(name, locale),
      encodeProgress(entry),
      channels.progress,
      `${articleId} ${version}`,
      contentHash,
    ],
  );
}
