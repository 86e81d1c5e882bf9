import type { QueueName } from '../../../shared/queue/contract.ts';
import type { PipelineQueue } from '../../../shared/queue/open-queue.ts';
import { countAlive } from '../../../shared/stores/heartbeat.ts';
import { field } from '../../../shared/stores/redis.ts';
import type { DashboardDeps } from '../deps.ts';

/** Where one queue stands. */
export interface StageReport {
  readonly queue: QueueName;
  readonly waiting: number;
  readonly active: number;
  readonly delayed: number;
  readonly failed: number;
  /** Jobs whose children have not all ended; `collect` alone has them. */
  readonly held: number;
  /** When the oldest of the first waiting jobs was added, in milliseconds since the epoch. */
  readonly oldestAt: number | undefined;
  /** Whether there are more waiting than were looked at, so that one may be older. */
  readonly mayBeOlder: boolean;
  /** Processes that gave a sign of life. */
  readonly alive: number;
  /** Jobs completed in each of the last minutes, the current one last. */
  readonly perMinute: readonly number[];
}

/** What the Redis server says of itself. */
export interface ServerReport {
  readonly version: string;
  readonly usedBytes: number;
  /** 0: no limit is set. */
  readonly maxBytes: number;
  readonly policy: string;
  readonly isAppendOnly: boolean;
  readonly lastWrite: string;
  readonly uptimeSeconds: number;
  readonly clients: number;
}

export interface StagesReport {
  readonly stages: readonly StageReport[];
  readonly server: ServerReport;
}

const LOOKED_AT = 200;
const MINUTES = 60;

/** Reads every queue's depth and the server's state. */
export async function readStages({ client, queues }: DashboardDeps): Promise<StagesReport> {
  const [alive, info] = await Promise.all([countAlive(client), client.info()]);
  const stages = await Promise.all(
    [...queues].map(async ([name, queue]) => readStage(name, queue, alive.get(name) ?? 0)),
  );
  return { stages, server: readServer(info) };
}

async function readStage(name: QueueName, queue: PipelineQueue, alive: number): Promise<StageReport> {
  const [counts, first, metrics] = await Promise.all([
    queue.getJobCounts('wait', 'prioritized', 'active', 'delayed', 'failed', 'waiting-children'),
    queue.getJobs(['prioritized', 'wait'], 0, LOOKED_AT - 1, true),
    queue.getMetrics('completed', 0, MINUTES - 1),
  ]);
  const waiting = (counts['wait'] ?? 0) + (counts['prioritized'] ?? 0);
  // The list holds whole minutes; what ended since the last of them is counted beside it.
  const thisMinute = Math.max(0, metrics.meta.count - metrics.meta.prevCount);
  const times = first.filter((job) => job !== undefined).map(({ timestamp }) => timestamp);
  return {
    queue: name,
    waiting,
    active: counts['active'] ?? 0,
    delayed: counts['delayed'] ?? 0,
    failed: counts['failed'] ?? 0,
    held: counts['waiting-children'] ?? 0,
    oldestAt: times.length === 0 ? undefined : Math.min(...times),
    mayBeOlder: waiting > times.length,
    alive,
    perMinute: [...metrics.data.map(Number).toReversed(), thisMinute],
  };
}

function readServer(info: string): ServerReport {
  const number = (name: string): number => Number(field(info, name) ?? 0);
  return {
    version: field(info, 'redis_version') ?? '?',
    usedBytes: number('used_memory'),
    maxBytes: number('maxmemory'),
    policy: field(info, 'maxmemory_policy') ?? '?',
    isAppendOnly: field(info, 'aof_enabled') === '1',
    lastWrite: field(info, 'aof_last_write_status') ?? '?',
    uptimeSeconds: number('uptime_in_seconds'),
    clients: number('connected_clients'),
  };
}
