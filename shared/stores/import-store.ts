import { ImportLedger, type ImportReceipt, Refusal } from '../api/memory-import.ts';
import { keys } from './keys.ts';
import type { RedisClient } from './redis.ts';
import { runScript } from './run-script.ts';

const LIFETIME_MS = 30 * 24 * 3600_000;
/** Imports of a tenant that are listed. */
const MAX_IMPORTS = 1000;
/** Refusals of one import that are kept; the counts are exact beyond it. */
const MAX_REFUSALS = 1000;
/** A running import says so much more often. */
const SILENT_MS = 60_000;

/** One import and who runs it: a later runner takes it over from an earlier one. */
export interface ImportRun {
  readonly tenant: string;
  readonly id: string;
  /** Unique to this run. */
  readonly runner: string;
}

/** The ledgers of imports. */
export interface ImportStore {
  /** The id of an unfinished import of the same content, else none. */
  readonly findOpen: (tenant: string, content: string) => Promise<string | undefined>;
  /** Takes an import over, or begins it; `content` lets the same file find it until it is closed. */
  readonly open: (run: ImportRun, ledger: ImportLedger, content: string | undefined) => Promise<void>;
  /** Writes the ledger and adds refusals; false where another runner has taken over, and nothing is written. */
  readonly save: (run: ImportRun, ledger: ImportLedger, refusals: readonly Refusal[]) => Promise<boolean>;
  /** Forgets which content an import has: the same file begins anew. */
  readonly close: (tenant: string, content: string) => Promise<void>;
  readonly read: (tenant: string, id: string) => Promise<ImportReceipt | undefined>;
  /** The newest first. */
  readonly list: (tenant: string, limit: number) => Promise<readonly ImportLedger[]>;
}

/**
 * KEYS import refusals
 * ARGV runner ledger lifetime maxRefusals refusal*
 * Returns 1, or 0 where another runner has taken over.
 */
const SAVE_IMPORT = `
if redis.call('HGET', KEYS[1], 'runner') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'ledger', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
local free = tonumber(ARGV[4]) - redis.call('LLEN', KEYS[2])
for at = 5, math.min(#ARGV, 4 + free) do redis.call('RPUSH', KEYS[2], ARGV[at]) end
redis.call('PEXPIRE', KEYS[2], ARGV[3])
return 1
`;

/**
 * The ledgers in Redis; one that is silent for a minute counts as interrupted.
 *
 * Every call throws `PipelineError` `REDIS_UNAVAILABLE` where the server is away.
 */
export function createImportStore(client: RedisClient, now: () => number): ImportStore {
  return {
    findOpen: async (tenant, content) => (await client.get(keys.importOf(tenant, content))) ?? undefined,
    open: async ({ tenant, id, runner }, ledger, content) => {
      await client.hset(keys.import(tenant, id), { runner, ledger: JSON.stringify(ledger) });
      await client.pexpire(keys.import(tenant, id), LIFETIME_MS);
      await client.zadd(keys.imports(tenant), ledger.startedAt, id);
      await client.zremrangebyrank(keys.imports(tenant), 0, -MAX_IMPORTS - 1);
      if (content !== undefined) {
        await client.set(keys.importOf(tenant, content), id, 'PX', LIFETIME_MS);
      }
    },
    save: async ({ tenant, id, runner }, ledger, refusals) => {
      const scriptKeys = [keys.import(tenant, id), keys.importRefusals(tenant, id)];
      const lines = refusals.map((refusal) => JSON.stringify(refusal));
      const args = [runner, JSON.stringify(ledger), LIFETIME_MS, MAX_REFUSALS, ...lines];
      return (await runScript(client, SAVE_IMPORT, scriptKeys, args)) === 1;
    },
    close: async (tenant, content) => {
      await client.del(keys.importOf(tenant, content));
    },
    read: async (tenant, id) => {
      const [ledger, refusals] = await Promise.all([
        readLedger(client, { tenant, id, now: now() }),
        client.lrange(keys.importRefusals(tenant, id), 0, -1),
      ]);
      const read = refusals.map((line) => Refusal.parse(JSON.parse(line)));
      return ledger === undefined ? undefined : { ...ledger, refusals: read };
    },
    list: async (tenant, limit) => {
      const ids = await client.zrevrange(keys.imports(tenant), 0, limit - 1);
      const at = now();
      const ledgers = await Promise.all(ids.map(async (id) => readLedger(client, { tenant, id, now: at })));
      return ledgers.filter((ledger) => ledger !== undefined);
    },
  };
}

async function readLedger(
  client: RedisClient,
  { tenant, id, now }: { readonly tenant: string; readonly id: string; readonly now: number },
): Promise<ImportLedger | undefined> {
  const stored = await client.hget(keys.import(tenant, id), 'ledger');
  if (stored === null) {
    return undefined;
  }
  const ledger = ImportLedger.parse(JSON.parse(stored));
  const isSilent = ledger.state === 'running' && now - ledger.updatedAt > SILENT_MS;
  return isSilent ? { ...ledger, state: 'interrupted', problem: 'Its process went away' } : ledger;
}
