import { z } from 'zod';
import { MaintenanceReport, MaintenanceRun } from '../api/maintenance.ts';
import { isLocale } from '../document/locale.ts';
import { type Finding, FindingKind } from '../memory/maintenance/finding.ts';
import { findingId, recordOf } from './finding-record.ts';
import { keys } from './keys.ts';
import type { RedisClient } from './redis.ts';
import { runScript, type ScriptArgument } from './run-script.ts';

const LIFETIME_MS = 30 * 24 * 3600_000;
/** Runs of a tenant that are listed. */
const MAX_RUNS = 1000;
/** Findings of one run that are kept; the counts are exact beyond it. */
const MAX_FINDINGS = 50_000;

export interface RunName {
  readonly tenant: string;
  readonly id: string;
}

/** Where in the memory a run goes on. */
const Place = z.object({ sourceLocale: z.string(), from: z.int() });
type Place = Readonly<z.infer<typeof Place>>;

/** A run that a worker goes on with. A later runner takes it over from an earlier one. */
export interface TakenRun extends RunName {
  readonly runner: string;
  readonly run: MaintenanceRun;
  readonly place: Place;
  readonly units: number;
}

interface Progress {
  readonly place: Place;
  readonly units: number;
  readonly searched: number;
  readonly findings: readonly Finding[];
  readonly now: number;
}

/** The looks through the memory, and what each has found. */
export interface MaintenanceStore {
  readonly open: (tenant: string, run: MaintenanceRun) => Promise<void>;
  /** Has a worker go on with a run; undefined: it has ended, or is gone. */
  readonly take: (name: RunName & { readonly runner: string }, now: number) => Promise<TakenRun | undefined>;
  /** Writes findings and how far the run has come, together; false: someone else has it, or it was canceled. */
  readonly save: (taken: TakenRun, progress: Progress) => Promise<boolean>;
  readonly finish: (taken: TakenRun, facts: Pick<Progress, 'units' | 'now'>) => Promise<void>;
  readonly fail: (name: RunName, problem: string, now: number) => Promise<void>;
  /** Stops a run that has not ended; what it found stays. */
  readonly cancel: (name: RunName, now: number) => Promise<MaintenanceReport | undefined>;
  readonly read: (name: RunName) => Promise<MaintenanceReport | undefined>;
  /** The newest first. */
  readonly list: (tenant: string, limit: number) => Promise<readonly MaintenanceReport[]>;
}

/**
 * KEYS run findings list leftAlone
 * ARGV runner run place lifetime maxFindings (finding id, member of the list, counter, record)*
 * Returns 1, or 0 where another runner has the run. A finding that is there counts once; one that a
 * person has left alone does not count.
 */
const SAVE_RUN = `
if redis.call('HGET', KEYS[1], 'runner') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'run', ARGV[2], 'place', ARGV[3])
for at = 6, #ARGV, 4 do
  local isNew = redis.call('HEXISTS', KEYS[2], ARGV[at]) == 0
  if isNew and redis.call('HEXISTS', KEYS[4], ARGV[at]) == 0 then
    redis.call('HINCRBY', KEYS[1], ARGV[at + 2], 1)
    if redis.call('HLEN', KEYS[2]) < tonumber(ARGV[5]) then
      redis.call('HSET', KEYS[2], ARGV[at], ARGV[at + 3])
      redis.call('ZADD', KEYS[3], 0, ARGV[at + 1])
    end
  end
end
for key = 1, 3 do redis.call('PEXPIRE', KEYS[key], ARGV[4]) end
return 1
`;

/**
 * The runs in Redis.
 *
 * Every call throws `PipelineError` `REDIS_UNAVAILABLE` where the server is away.
 */
export function createMaintenanceStore(client: RedisClient): MaintenanceStore {
  const read: MaintenanceStore['read'] = async ({ tenant, id }) =>
    reportOf(await client.hgetall(keys.maintenance(tenant, id)));
  /** Ends a run that goes on, whoever runs it. */
  const end = async (name: RunName, last: Pick<MaintenanceRun, 'state' | 'problem' | 'updatedAt'>) => {
    const key = keys.maintenance(name.tenant, name.id);
    await client.hset(key, 'runner', NOBODY);
    const report = await read(name);
    if (report !== undefined && isOpen(report)) {
      await client.hset(key, 'run', JSON.stringify({ ...MaintenanceRun.parse(report), ...last }));
    }
  };
  return {
    open: async (tenant, run) => {
      const key = keys.maintenance(tenant, run.id);
      await client.hset(key, { runner: NOBODY, run: JSON.stringify(run), place: JSON.stringify(START) });
      await client.pexpire(key, LIFETIME_MS);
      await client.zadd(keys.maintenances(tenant), run.startedAt, run.id);
      await client.zremrangebyrank(keys.maintenances(tenant), 0, -MAX_RUNS - 1);
    },
    take: async (name, now) => takeRun(client, name, now),
    save: async (taken, { findings, ...progress }) =>
      saveRun(client, taken, { ...progress, state: 'running', findings }),
    finish: async (taken, facts) => {
      await saveRun(client, taken, { ...facts, searched: 1, place: START, state: 'done', findings: [] });
    },
    fail: async (name, problem, now) => end(name, { state: 'failed', problem, updatedAt: now }),
    cancel: async (name, now) => {
      await end(name, { state: 'canceled', updatedAt: now });
      return read(name);
    },
    read,
    list: async (tenant, limit) => {
      const ids = await client.zrevrange(keys.maintenances(tenant), 0, limit - 1);
      const reports = await Promise.all(ids.map(async (id) => read({ tenant, id })));
      return reports.filter((report) => report !== undefined);
    },
  };
}

const NOBODY = '-';
const START: Place = { sourceLocale: '', from: 0 };

async function takeRun(
  client: RedisClient,
  { tenant, id, runner }: RunName & { readonly runner: string },
  now: number,
): Promise<TakenRun | undefined> {
  const key = keys.maintenance(tenant, id);
  const stored = await client.hgetall(key);
  const report = reportOf(stored);
  if (report === undefined || !isOpen(report)) {
    return undefined;
  }
  await client.hset(key, 'runner', runner);
  const resumed = report.resumed + (report.state === 'running' ? 1 : 0);
  const run: MaintenanceRun = { ...MaintenanceRun.parse(report), state: 'running', resumed, updatedAt: now };
  const place = Place.parse(JSON.parse(stored['place'] ?? 'null'));
  const taken = { tenant, id, runner, run, place, units: run.units };
  await saveRun(client, taken, { ...run, place, now, findings: [] });
  return taken;
}

async function saveRun(
  client: RedisClient,
  { tenant, id, runner, run }: TakenRun,
  { place, findings, state, units, searched, now }: Progress & { readonly state: MaintenanceRun['state'] },
): Promise<boolean> {
  const saved: MaintenanceRun = { ...run, state, units, searched, updatedAt: now };
  const args: ScriptArgument[] = [
    runner,
    JSON.stringify(saved),
    JSON.stringify(place),
    LIFETIME_MS,
    MAX_FINDINGS,
  ];
  for (const finding of findings) {
    args.push(...argumentsOf(finding, place));
  }
  const scriptKeys = [
    keys.maintenance(tenant, id),
    keys.findings(tenant, id),
    keys.findingList(tenant, id),
    keys.leftAlone(tenant),
  ];
  return (await runScript(client, SAVE_RUN, scriptKeys, args)) === 1;
}

/** The place in the memory keeps a list in the order in which the memory was filled, page by page. */
function argumentsOf(finding: Finding, { sourceLocale, from }: Place): readonly string[] {
  const record = recordOf(finding);
  if (record === undefined) {
    return [];
  }
  const id = findingId(finding);
  const list = `${record.kind}:${record.locale}`;
  const member = `${list}:${sourceLocale}.${String(from).padStart(12, '0')}.${record.unitIds[0] ?? ''}:${id}`;
  return [id, member, `${COUNTER}${list}`, JSON.stringify(record)];
}

const COUNTER = 'n:';

function reportOf(stored: Readonly<Record<string, string>>): MaintenanceReport | undefined {
  const { run } = stored;
  if (run === undefined) {
    return undefined;
  }
  const counts = Object.entries(stored).flatMap(([field, findings]) => {
    const [kind, locale] = field.startsWith(COUNTER) ? field.slice(COUNTER.length).split(':') : [];
    const known = FindingKind.safeParse(kind).data;
    return known !== undefined && isLocale(locale)
      ? [{ kind: known, locale, findings: Number(findings) }]
      : [];
  });
  const sorted = counts.toSorted(
    (a, b) => orderOf(a.kind) - orderOf(b.kind) || (a.locale < b.locale ? -1 : 1),
  );
  return MaintenanceReport.parse({ ...z.looseObject({}).parse(JSON.parse(run)), counts: sorted });
}

function orderOf(kind: FindingKind): number {
  return FindingKind.options.indexOf(kind);
}

function isOpen({ state }: MaintenanceRun): boolean {
  return state === 'waiting' || state === 'running';
}
