import { PipelineError } from '../errors/errors.ts';
import { closeRedis, openRedis, type RedisClient } from '../stores/redis.ts';
import type { ReadableResult } from '../stores/stage-results.ts';
import { createStageStore, type StageOpening, type StageStore } from '../stores/stage-store.ts';
import { JobPayload, STAGE_SCOPES, type StageName } from './contract.ts';
import type { StageDefinition, StageInput } from './define-stage.ts';
import { type HandOff, handOff } from './handoff.ts';
import { openQueue } from './open-queue.ts';
import type { Outcome } from './outcome.ts';
import { type Attempt, type QueueWorkerContext, startQueueWorker } from './start-queue-worker.ts';

type Scope = 'article' | 'locale';

/**
 * Starts a stage's worker: takes its jobs, gives `run` its input, stores the result once, hands
 * off, and records where the stage stands. Disposing it drains.
 *
 * @throws {PipelineError} `REDIS_UNAVAILABLE`.
 */
export async function startStage<Name extends StageName, Needs extends ReadableResult, S extends Scope, Deps>(
  stage: StageDefinition<Name, Needs, S, Deps>,
  deps: Deps,
  context: QueueWorkerContext,
): Promise<AsyncDisposable> {
  const client = await openRedis(context.redisUrl, { role: 'worker' });
  const store = createStageStore(client);
  const onward = openHandOff(stage.next, client);
  const worker = await startQueueWorker(
    {
      queue: stage.name,
      payload: JobPayload,
      run: async (attempt) => {
        const opening = await store.open(attempt.payload, stage, {
          state: 'running',
          at: Date.now(),
          attempts: attempt.attempt,
        });
        if (opening.skip !== undefined) {
          return skip(store, stage.name, attempt, opening.skip);
        }
        const produced = await produce(stage, deps, { store, attempt, opening });
        if (produced.outcome.kind === 'skipped') {
          return produced.outcome;
        }
        // Sent on one connection in this order: a next stage that is seen finds the result stored.
        await Promise.all([
          produced.commit?.(),
          onward &&
            handOff(onward, attempt.payload, {
              targets: opening.targets,
              settings: context.settings,
              isRepeat: attempt.isRepeat,
            }),
        ]);
        return produced.outcome;
      },
      failed: async ({ payload, attempt }, { code, message }, failure) =>
        store.mark(payload, stage.name, {
          state: failure === 'retry' ? 'waiting' : 'failed',
          at: Date.now(),
          attempts: attempt,
          error: { code, message },
        }),
    },
    context,
  );
  return {
    [Symbol.asyncDispose]: async () => {
      await worker[Symbol.asyncDispose]();
      await onward?.queue.close();
      await closeRedis(client);
    },
  };
}

function openHandOff(next: StageName | undefined, client: RedisClient): HandOff | undefined {
  return next === undefined
    ? undefined
    : { queue: openQueue(next, client), next: { name: next, scope: STAGE_SCOPES[next] } };
}

interface Production {
  readonly store: StageStore;
  readonly attempt: Attempt<JobPayload>;
  readonly opening: StageOpening;
}

/** What became of an attempt whose signal was aborted: it took too long, or the article was canceled. */
async function stopped(store: StageStore, name: StageName, attempt: Attempt<JobPayload>): Promise<Outcome> {
  const reason: unknown = attempt.signal.reason;
  if (reason instanceof PipelineError) {
    throw reason;
  }
  return skip(store, name, attempt, 'canceled');
}

interface Produced {
  readonly outcome: Outcome;
  /** Stores what was made; absent where nothing was. */
  readonly commit?: () => Promise<void>;
}

/** Runs the stage unless its result is there. */
async function produce<Name extends StageName, Needs extends ReadableResult, S extends Scope, Deps>(
  stage: StageDefinition<Name, Needs, S, Deps>,
  deps: Deps,
  { store, attempt, opening }: Production,
): Promise<Produced> {
  const { payload, signal } = attempt;
  if (opening.done) {
    return { outcome: { kind: 'reused' } };
  }
  const startedAt = performance.now();
  const input = readInput(stage, opening, attempt);
  const ran = await unlessAborted(async () => stage.run(input, deps, signal), signal);
  if (ran === undefined) {
    return { outcome: await stopped(store, stage.name, attempt) };
  }
  const value = stage.output.parse(ran.value);
  const ms = Math.round((performance.now() - startedAt) * 10) / 10;
  const progress = {
    state: 'done' as const,
    at: Date.now(),
    ms,
    attempts: attempt.attempt,
    summary: stage.summary?.(value),
  };
  return {
    outcome: { kind: 'done' },
    commit: async () => store.commit(payload, stage.name, { value, progress }),
  };
}

/** What `run` answers; undefined where nobody waits for it any more, whether it ended or threw. */
async function unlessAborted<Value>(
  run: () => Promise<Value>,
  signal: AbortSignal,
): Promise<{ readonly value: Value } | undefined> {
  try {
    const value = await run();
    return signal.aborted ? undefined : { value };
  } catch (error) {
    if (signal.aborted) {
      return undefined;
    }
    throw error;
  }
}

/**
 * Unpacks what the stage needs. The cast is the one place where names become types: each value was
 * checked by the schema of its name.
 */
function readInput<Name extends StageName, Needs extends ReadableResult, S extends Scope, Deps>(
  stage: StageDefinition<Name, Needs, S, Deps>,
  opening: StageOpening,
  { payload }: Attempt<JobPayload>,
): StageInput<Needs, S> {
  const input: Record<string, unknown> = { tenant: payload.tenant };
  for (const need of stage.needs) {
    const value = opening.needs.get(need);
    if (value === undefined) {
      throw new PipelineError(
        'RESULT_MISSING',
        `Stage ${stage.name} needs the result of "${need}" of ${payload.articleId} v${payload.version}, which is not stored`,
      );
    }
    input[need] = value;
  }
  if (stage.scope === 'locale') {
    input['locale'] = payload.locale;
    input['targets'] = opening.targets;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return input as StageInput<Needs, S>;
}

async function skip(
  store: StageStore,
  name: StageName,
  { payload, attempt }: Attempt<JobPayload>,
  reason: Extract<Outcome, { kind: 'skipped' }>['reason'],
): Promise<Outcome> {
  await store.mark(payload, name, {
    state: 'skipped',
    at: Date.now(),
    attempts: attempt,
    error: { code: reason.toUpperCase(), message: SKIP_SENTENCES[reason] },
  });
  return { kind: 'skipped', reason };
}

const SKIP_SENTENCES = {
  superseded: 'A newer version of the article came in',
  canceled: 'The article was canceled',
  killed: 'The article was killed',
  gone: 'The article is no longer in the store',
} as const;
