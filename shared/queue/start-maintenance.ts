import { randomUUID } from 'node:crypto';
import type { MaintenanceRequest } from '../api/maintenance.ts';
import type { Locale } from '../document/locale.ts';
import type { Finding } from '../memory/maintenance/finding.ts';
import type { StoredUnit } from '../memory/stored-unit.ts';
import { createMaintenanceStore, type MaintenanceStore, type TakenRun } from '../stores/maintenance-store.ts';
import { readUnitsOf, type ScannedPage, scanSources } from '../stores/memory-scan.ts';
import { readSourceLocales } from '../stores/memory-state.ts';
import { closeRedis, openRedis, type RedisClient } from '../stores/redis.ts';
import { MaintenancePayload } from './contract.ts';
import type { Outcome } from './outcome.ts';
import { type QueueWorkerContext, startQueueWorker } from './start-queue-worker.ts';

/** Looks at the served units of one source id; says how many it looked at, and what it found; pure. */
export type LookThrough = (
  request: MaintenanceRequest,
  tenant: string,
) => (units: readonly StoredUnit[]) => { readonly units: number; readonly findings: readonly Finding[] };

/**
 * Starts the worker that looks through the memory. What it found is written page by page together with
 * the place that it has reached, so a run whose process went away goes on there and ends the same.
 *
 * @throws {PipelineError} `REDIS_UNAVAILABLE`.
 */
export async function startMaintenance(
  lookThrough: LookThrough,
  context: QueueWorkerContext,
): Promise<AsyncDisposable> {
  const client = await openRedis(context.redisUrl, { role: 'worker' });
  const store = createMaintenanceStore(client);
  const worker = await startQueueWorker(
    {
      queue: 'maintain',
      payload: MaintenancePayload,
      run: async ({ payload: { tenant, runId }, signal }) => {
        const taken = await store.take({ tenant, id: runId, runner: randomUUID() }, Date.now());
        return taken === undefined
          ? { kind: 'skipped', reason: 'gone' }
          : lookAtAll({ client, store }, taken, { look: lookThrough(taken.run, tenant), signal });
      },
      failed: async ({ payload: { tenant, runId } }, { message }, failure) =>
        failure === 'retry' ? undefined : store.fail({ tenant, id: runId }, message, Date.now()),
    },
    context,
  );
  return {
    [Symbol.asyncDispose]: async () => {
      await worker[Symbol.asyncDispose]();
      await closeRedis(client);
    },
  };
}

interface Ports {
  readonly client: RedisClient;
  readonly store: MaintenanceStore;
}

interface Looking {
  readonly look: ReturnType<LookThrough>;
  readonly signal: AbortSignal;
}

/** Looks through every locale from the place on that the run has reached. */
async function lookAtAll(ports: Ports, taken: TakenRun, { look, signal }: Looking): Promise<Outcome> {
  const { client, store } = ports;
  const locales = await localesOf(client, taken.run);
  let { place, units } = taken;
  for (const [at, sourceLocale] of locales.entries()) {
    if (sourceLocale < place.sourceLocale) {
      continue;
    }
    const from = sourceLocale === place.sourceLocale ? place.from : 0;
    for await (const page of scanSources(client, sourceLocale, from)) {
      signal.throwIfAborted();
      const found = await lookAtPage(client, sourceLocale, { page, look });
      units += found.units;
      place = { sourceLocale, from: page.end };
      const searched = (at + page.end / page.length) / locales.length;
      if (!(await store.save(taken, { place, units, searched, findings: found.findings, now: Date.now() }))) {
        return { kind: 'skipped', reason: 'canceled' };
      }
    }
  }
  await store.finish(taken, { units, now: Date.now() });
  return { kind: 'done' };
}

async function localesOf(
  client: RedisClient,
  { sourceLocale }: MaintenanceRequest,
): Promise<readonly Locale[]> {
  const stored = await readSourceLocales(client);
  return sourceLocale === undefined ? stored : stored.filter((locale) => locale === sourceLocale);
}

async function lookAtPage(
  client: RedisClient,
  sourceLocale: Locale,
  { page, look }: { readonly page: ScannedPage; readonly look: ReturnType<LookThrough> },
): Promise<ReturnType<ReturnType<LookThrough>>> {
  const seen = (await readUnitsOf(client, sourceLocale, page.sources)).map((units) => look(units));
  return {
    units: seen.reduce((sum, { units }) => sum + units, 0),
    findings: seen.flatMap(({ findings }) => findings),
  };
}
