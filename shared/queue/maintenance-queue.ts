import { randomUUID } from 'node:crypto';
import { Queue } from 'bullmq';
import type { MaintenanceRequest, MaintenanceRun } from '../api/maintenance.ts';
import { createMaintenanceStore } from '../stores/maintenance-store.ts';
import type { RedisClient } from '../stores/redis.ts';
import { KEY_PREFIX, type MaintenancePayload, PIPELINE_VERSION } from './contract.ts';

/** A look through the memories that someone asks for. */
export interface MaintenanceStart {
  readonly request: MaintenanceRequest;
  readonly tenant: string;
  readonly by: string;
  readonly now: number;
  /** W3C traceparent. */
  readonly trace: string;
}

/** Notes a run and puts it on the queue; answers as soon as it stands there. The client stays the caller's. */
export async function queueMaintenance(
  client: RedisClient,
  { request, tenant, by, now, trace }: MaintenanceStart,
): Promise<MaintenanceRun> {
  const run: MaintenanceRun = {
    ...request,
    id: `${now.toString(36)}-${randomUUID().slice(0, 8)}`,
    state: 'waiting',
    startedBy: by,
    startedAt: now,
    updatedAt: now,
    resumed: 0,
    searched: 0,
    units: 0,
  };
  const payload: MaintenancePayload = { runId: run.id, tenant, pipelineVersion: PIPELINE_VERSION, trace };
  const queue = new Queue<MaintenancePayload>('maintain', { connection: client, prefix: KEY_PREFIX });
  queue.on('error', () => {}); // the failing command tells its caller
  try {
    await createMaintenanceStore(client).open(tenant, run);
    await queue.add('maintain', payload, {
      jobId: `${run.id}.maintain`,
      attempts: ATTEMPTS,
      backoff: { type: 'polywire' },
    });
  } finally {
    await queue.close();
  }
  return run;
}

/** Redis may be away for a while; a run goes on where it was. */
const ATTEMPTS = 20;
