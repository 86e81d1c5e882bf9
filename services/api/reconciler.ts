import type { Logger } from 'pino';
import { keys } from '../../shared/stores/keys.ts';
import { field } from '../../shared/stores/redis.ts';
import { logReadded } from '../../shared/telemetry/events.ts';
import type { Metrics } from '../../shared/telemetry/metrics.ts';
import {
  enqueueAgain,
  judgeSpoolEntry,
  putBack,
  type ReconcilePorts,
  readSpoolFacts,
} from './reconcile-file.ts';
import type { Spool, SpoolEntry, SpoolFile } from './spool.ts';
import { createVerifiedSet, type VerifiedSet } from './verified-set.ts';

export interface ReconcilerPorts extends ReconcilePorts {
  readonly spool: Spool;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, 'reconcilerReadds'>;
  readonly now: () => number;
}

export interface ReconcilerOptions {
  /** Younger files are left to the request that writes them. Default 2000 ms. */
  readonly minAgeMs?: number;
  /** A file stays this long after its article has closed. Default 10,000 ms. */
  readonly closedForMs?: number;
}

/** What one pass over the spool did, in files. */
export interface ReconcileSummary {
  readonly seen: number;
  /** Put back into Redis, or back on the queue. */
  readonly readded: number;
  readonly removed: number;
  readonly setAside: number;
  /** Left for the next pass because something failed. */
  readonly failed: number;
}

/** Makes Redis and the spool agree. */
export interface Reconciler {
  /** One pass over the spool; calls that overlap share it. Never throws. */
  reconcile(): Promise<ReconcileSummary>;
}

type FileOutcome = 'kept' | 'readded' | 'removed' | 'setAside' | 'failed';

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
      if (files.length === 0) {
        return summarize([]);
      }
      const server = await readServer(ports);
      verified.serverIs(server.runId);
      const doubtful = await withoutVerified(ports, files, verified);
      const outcomes = await inParallel(doubtful, (file) =>
        reconcileFile(ports, file, { verified, closedForMs, isDurable: server.isDurable }),
      );
      return summarize([...outcomes, ...files.slice(doubtful.length).map(() => 'kept' as const)]);
    } catch (error) {
      ports.log.warn({ err: error }, 'spool not reconciled: trying again');
      return { ...summarize([]), failed: 1 };
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

interface FileContext {
  readonly verified: VerifiedSet;
  readonly closedForMs: number;
  /** Whether what Redis has acknowledged so far is on its disk. */
  readonly isDurable: boolean;
}

async function reconcileFile(
  ports: ReconcilerPorts,
  file: SpoolFile,
  context: FileContext,
): Promise<FileOutcome> {
  let entry: SpoolEntry;
  try {
    entry = await ports.spool.read(file.name);
  } catch (error) {
    return isMissing(error) ? 'kept' : setAside(ports, file, error);
  }
  try {
    return await settle(ports, { file, entry }, context);
  } catch (error) {
    ports.log.warn({ err: error, file: file.name }, 'spooled submission not reconciled: trying again');
    return 'failed';
  }
}

async function settle(
  ports: ReconcilerPorts,
  { file, entry }: { readonly file: SpoolFile; readonly entry: SpoolEntry },
  { verified, closedForMs, isDurable }: FileContext,
): Promise<FileOutcome> {
  const facts = await readSpoolFacts(ports, entry);
  const verdict = judgeSpoolEntry(entry, facts);
  switch (verdict) {
    case 'keep':
      verified.add(file.name);
      return 'kept';
    case 'closed': {
      const isOver = (facts.record?.closedAt ?? 0) <= ports.now() - closedForMs;
      return isOver && isDurable ? remove(ports, file) : 'kept';
    }
    case 'conflict':
      return setAside(ports, file, 'the version is stored with other content');
    case 'enqueue':
      await enqueueAgain(ports, entry.source);
      return readded(ports, entry);
    case 'register': {
      const outcome = await putBack(ports, entry);
      if (outcome === 'readded') {
        return readded(ports, entry);
      }
      return outcome === 'conflict' ? setAside(ports, file, outcome) : remove(ports, file);
    }
  }
}

function readded({ metrics, log }: ReconcilerPorts, { source }: SpoolEntry): 'readded' {
  metrics.reconcilerReadds.inc();
  logReadded(log, source.externalId, source.version);
  return 'readded';
}

async function remove({ spool }: ReconcilerPorts, { name }: SpoolFile): Promise<'removed'> {
  await spool.remove(name);
  return 'removed';
}

async function setAside(
  { spool, log }: ReconcilerPorts,
  { name }: SpoolFile,
  reason: unknown,
): Promise<FileOutcome> {
  try {
    await spool.setAside(name);
    log.error({ file: name, reason: String(reason) }, 'spool file cannot be used: set aside as .bad');
    return 'setAside';
  } catch (error) {
    log.warn({ err: error, file: name }, 'spool file cannot be set aside');
    return 'failed';
  }
}

/** Another process that shares the folder was first. */
function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
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
  readonly isDurable: boolean;
}> {
  const info = await client.info();
  const hasAof = field(info, 'aof_enabled') === '1';
  return {
    runId: field(info, 'run_id'),
    isDurable: !hasAof || field(info, 'aof_last_write_status') === 'ok',
  };
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

function summarize(outcomes: readonly FileOutcome[]): ReconcileSummary {
  const count = (wanted: FileOutcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  return {
    seen: outcomes.length,
    readded: count('readded'),
    removed: count('removed'),
    setAside: count('setAside'),
    failed: count('failed'),
  };
}
