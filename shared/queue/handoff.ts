import type { Locale } from '../document/locale.ts';
import type { JobPayload, StageName } from './contract.ts';
import { collectParent, jobIdFor, jobOptions } from './job-options.ts';
import type { PipelineQueue } from './open-queue.ts';
import type { QueueSettings } from './settings.ts';
import type { FlowStart } from './submit.ts';

/** Where the next stage's jobs go. */
export interface HandOff {
  readonly queue: PipelineQueue;
  readonly next: { readonly name: StageName; readonly scope: 'article' | 'locale' };
}

/**
 * Adds the next stage's jobs: one, or one per target locale where the scope widens from article to
 * locale. Done before the stage's own job returns, with ids that make a second time harmless, and
 * with `collect` as parent: so a crash at any point loses nothing.
 */
export async function handOff(
  { queue, next }: HandOff,
  payload: JobPayload,
  {
    targets,
    settings,
    isRepeat,
  }: { readonly targets: readonly Locale[]; readonly settings: QueueSettings; readonly isRepeat: boolean },
): Promise<void> {
  const widens = next.scope === 'locale' && payload.locale === undefined;
  const all = widens ? targets.map((locale) => ({ ...payload, locale })) : [payload];
  const payloads = isRepeat ? await withoutFailed(queue, next.name, all) : all;
  const parent = collectParent(payload);
  await queue.addBulk(
    payloads.map((data) => ({
      name: next.name,
      data,
      opts: { ...jobOptions({ queue: next.name, payload: data }, settings), parent },
    })),
  );
}

/**
 * Leaves out jobs that an earlier hand-off added and that have failed since: adding one again would
 * make `collect` wait for it, and it never ends a second time.
 */
async function withoutFailed(
  queue: PipelineQueue,
  stage: StageName,
  payloads: readonly JobPayload[],
): Promise<readonly JobPayload[]> {
  const states = await Promise.all(payloads.map(async (data) => queue.getJobState(jobIdFor(stage, data))));
  return payloads.filter((_payload, index) => states[index] !== 'failed');
}

/**
 * Adds stage jobs below a `collect` job that is running: those that should have a result and have
 * none. A job that ended although its result is gone makes room; one that is running is left alone.
 */
export async function addMissing(
  queueOf: (stage: StageName) => PipelineQueue,
  payload: JobPayload,
  { starts, settings }: { readonly starts: readonly FlowStart[]; readonly settings: QueueSettings },
): Promise<void> {
  const parent = collectParent(payload);
  for (const { stage, locale } of starts) {
    const data = locale === undefined ? payload : { ...payload, locale };
    await queueOf(stage).remove(jobIdFor(stage, data));
    await queueOf(stage).add(stage, data, {
      ...jobOptions({ queue: stage, payload: data }, settings),
      parent,
    });
  }
}
