import { keys } from '../../shared/stores/keys.ts';
import { field } from '../../shared/stores/redis.ts';
import type { KillPorts } from './kill-article.ts';
import type { KillMark } from './kill-marks.ts';
import { type KillContext, reconcileKill } from './reconcile-kill.ts';
import { type FileOutcome, type SettlePorts, settleFile } from './settle-file.ts';
import type { SpoolFile } from './spool.ts';
import { createVerifiedSet, type VerifiedSet } from './verified-set.ts';

export interface ReconcilerPorts extends SettlePorts, KillPorts {}

export interface ReconcilerOptions {
  /** Younger files are left to the request that writes them. Default 2000 ms. */
  readonly minAgeMs?: number;
  /** A file stays this long after its article has closed. Default 10,000 ms. */
  readonly closedForMs?: number;
}

/** What one pass over the spool did, in files. */
interface ReconcileSummary {
  readonly seen: number;
  /** Put back into Redis, or back on the queue. */
  readonly readded: number;
  readonly removed: number;
  readonly setAside: number;
  /** Left for the next pass because something failed. */
  readonly failed: number;
  /** Articles, not files: killed again because Redis had forgotten it. */
  readonly killed: number;
}

/** Makes Redis and the spool agree. */
export interface Reconciler {
  /** One pass over the spool; calls that overlap share it. Never throws. */
  reconcile(): Promise<ReconcileSummary>;
}

/** Files that are worked on at a time. */
const PARALLEL = 16;

export function createReconciler(ports: ReconcilerPorts, options: ReconcilerOptions = {}): Reconciler {
  const { minAgeMs = 2000, closedForMs = 10_000 } = options;
  const verified = createVerifiedSet(ports.now);
  let running: Promise<ReconcileSummary> | undefined;

  async function pass(): Promise<ReconcileSummary> {
    try {
      const before = ports.now() - minAgeMs;
      const files = (await ports.spool.list()).filter(({ writtenAt }) => writtenAt <= before);
      const marks = await ports.killMarks.list();
      if (files.length + marks.length === 0) {
        return summarize([], 0);
      }
      const { runId, durableUntil } = await readServer(ports);
      verified.serverIs(runId);
      const doubtful = await withoutVerified(ports, files, verified);
      const context = { verified, closedForMs, durableUntil };
      const outcomes = await inParallel(doubtful, async (file) => settleFile(ports, file, context));
      const killed = await settleKills(ports, marks, {
        keptForMs: closedForMs,
        isDurable: durableUntil >= ports.now() - closedForMs,
      });
      return summarize([...outcomes, ...files.slice(doubtful.length).map(() => 'kept' as const)], killed);
    } catch (error) {
      ports.log.warn({ err: error }, 'spool not reconciled: trying again');
      return { ...summarize([], 0), failed: 1 };
    }
  }

  return {
    reconcile: async () => {
      running ??= pass().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}

/** Runs a reconciler now and every `intervalMs` until it is disposed; a pass that runs is waited for. */
export function startReconciling(reconciler: Reconciler, intervalMs: number): AsyncDisposable {
  let latest = reconciler.reconcile();
  const timer = setInterval(() => {
    latest = reconciler.reconcile();
  }, intervalMs);
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await latest;
    },
  };
}

/** After the files: an article that comes back from the spool is killed in the same pass. */
async function settleKills(
  ports: ReconcilerPorts,
  marks: readonly KillMark[],
  context: KillContext,
): Promise<number> {
  const outcomes = await inParallel(marks, async (mark) => reconcileKill(ports, mark, context));
  const killed = outcomes.filter((outcome) => outcome === 'killed').length;
  if (killed > 0) {
    ports.log.warn({ killed }, 'articles killed again that Redis had forgotten to be killed');
  }
  return killed;
}

/** Leaves out verified files whose articles still run: one command for all of them. */
async function withoutVerified(
  { client }: ReconcilerPorts,
  files: readonly SpoolFile[],
  verified: VerifiedSet,
): Promise<readonly SpoolFile[]> {
  const known = files.filter(({ name }) => verified.has(name));
  if (known.length === 0) {
    return files;
  }
  const members = known.map(({ articleId, version }) => `${articleId}:${version}`);
  const open = await client.smismember(keys.open(), ...members);
  const running = new Set(known.filter((_file, index) => open[index] === 1));
  return files.filter((file) => !running.has(file));
}

async function readServer({ client }: ReconcilerPorts): Promise<{
  readonly runId: string | undefined;
  readonly durableUntil: number;
}> {
  const info = await client.info();
  const hasAof = field(info, 'aof_enabled') === '1';
  return {
    runId: field(info, 'run_id'),
    durableUntil: hasAof ? appendedUntil(info) : Number(field(info, 'rdb_last_save_time')) * 1000,
  };
}

/** A log that is written keeps everything; one that cannot be written keeps nothing new. */
function appendedUntil(info: string): number {
  return field(info, 'aof_last_write_status') === 'ok' ? Number.POSITIVE_INFINITY : 0;
}

async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queue = items.values();
  async function drain(): Promise<void> {
    for (const item of queue) {
      results.push(await work(item));
    }
  }
  await Promise.all(Array.from({ length: PARALLEL }, drain));
  return results;
}

function summarize(outcomes: readonly FileOutcome[], killed: number): ReconcileSummary {
  const count = (wanted: FileOutcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  return {
    seen: outcomes.length,
    readded: count('readded'),
    removed: count('removed'),
    setAside: count('setAside'),
    failed: count('failed'),
    killed,
  };
}
