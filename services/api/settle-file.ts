import type { Logger } from 'pino';
import { ZodError } from 'zod';
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
import type { VerifiedSet } from './verified-set.ts';

export interface SettlePorts extends ReconcilePorts {
  readonly spool: Spool;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, 'reconcilerReadds'>;
  readonly now: () => number;
}

export type FileOutcome = 'kept' | 'readded' | 'removed' | 'setAside' | 'failed';

/** What a pass knows of the server, and how long closed articles stay. */
export interface FileContext {
  readonly verified: VerifiedSet;
  readonly closedForMs: number;
  /** What Redis acknowledged before this time is on its disk; milliseconds since the epoch. */
  readonly durableUntil: number;
}

/** Makes Redis agree with one file. Never throws: what fails is left for the next pass. */
export async function settleFile(
  ports: SettlePorts,
  file: SpoolFile,
  context: FileContext,
): Promise<FileOutcome> {
  let entry: SpoolEntry;
  try {
    entry = await ports.spool.read(file.name);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ZodError) {
      return setAside(ports, file, error);
    }
    if (isMissing(error)) {
      return 'kept';
    }
    ports.log.warn({ err: error, file: file.name }, 'spool file not read: trying again');
    return 'failed';
  }
  try {
    return await settle(ports, { file, entry }, context);
  } catch (error) {
    ports.log.warn({ err: error, file: file.name }, 'spooled submission not reconciled: trying again');
    return 'failed';
  }
}

async function settle(
  ports: SettlePorts,
  { file, entry }: { readonly file: SpoolFile; readonly entry: SpoolEntry },
  { verified, closedForMs, durableUntil }: FileContext,
): Promise<FileOutcome> {
  const facts = await readSpoolFacts(ports, entry);
  const verdict = judgeSpoolEntry(entry, facts);
  switch (verdict) {
    case 'keep':
      verified.add(file.name);
      return 'kept';
    case 'closed': {
      const closedAt = facts.record?.closedAt ?? 0;
      if (closedAt > ports.now() - closedForMs || closedAt > durableUntil) {
        return 'kept';
      }
      verified.delete(file.name);
      return remove(ports, file);
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

function readded({ metrics, log }: SettlePorts, { source }: SpoolEntry): 'readded' {
  metrics.reconcilerReadds.inc();
  logReadded(log, source.externalId, source.version);
  return 'readded';
}

async function remove({ spool }: SettlePorts, { name }: SpoolFile): Promise<'removed'> {
  await spool.remove(name);
  return 'removed';
}

async function setAside(
  { spool, log }: SettlePorts,
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
