import type { QueueName } from '../../../shared/queue/contract.ts';
import { listStates } from '../../../shared/stores/article-states.ts';
import { countAlive } from '../../../shared/stores/heartbeat.ts';
import type { RedisClient } from '../../../shared/stores/redis.ts';

/** The states that the totals count. */
export const TOTAL_STATES = ['running', 'done', 'partial', 'failed', 'withheld'] as const;
export type TotalState = (typeof TOTAL_STATES)[number];

/** How many of a tenant's articles are in which state, among the newest. */
export interface Totals {
  readonly counts: Readonly<Record<TotalState, number>>;
  /** Articles that were counted, at most `COUNTED`. */
  readonly counted: number;
  /** Whether there are more than were counted. */
  readonly capped: boolean;
  /** Roles that no process has now. */
  readonly deadRoles: readonly QueueName[];
}

const COUNTED = 1000;

/** Counts a tenant's articles, and looks which roles have a process. */
export async function readTotals(client: RedisClient, tenant: string): Promise<Totals> {
  const [rows, alive] = await Promise.all([listStates(client, COUNTED + 1), countAlive(client)]);
  const counted = rows.slice(0, COUNTED).filter((row) => row.tenant === tenant);
  const count = (state: TotalState): number =>
    counted.filter((row) => (state === 'withheld' ? row.withheld : row.state === state)).length;
  return {
    counts: {
      running: count('running'),
      done: count('done'),
      partial: count('partial'),
      failed: count('failed'),
      withheld: count('withheld'),
    },
    counted: counted.length,
    capped: rows.length > COUNTED,
    deadRoles: [...alive].filter(([, processes]) => processes === 0).map(([role]) => role),
  };
}
