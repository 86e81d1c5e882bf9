import { createHash, randomUUID } from 'node:crypto';
import type { ImportLedger, ImportReceipt } from '../../shared/api/memory-import.ts';
import { PipelineError } from '../../shared/errors/errors.ts';
import { type ReadFileOptions, readUnits } from '../../shared/exchange/read-units.ts';
import type { UnitEvent } from '../../shared/exchange/unit-event.ts';
import type { TranslationMemory } from '../../shared/memory/memory.ts';
import type { ImportRun, ImportStore } from '../../shared/stores/import-store.ts';
import { createImportBatch, type ImportBatch } from './memory-import-batch.ts';

export interface ImportDeps {
  readonly memory: TranslationMemory;
  readonly store: ImportStore;
  readonly now: () => number;
}

export interface ImportOptions {
  readonly tenant: string;
  /** How the file is read. */
  readonly read: ReadFileOptions;
  /** Name of the memory that `deps.memory` files in, where the sender chose one. */
  readonly into?: string | undefined;
  /** SHA-256 of the file in hexadecimal, where its sender says it: what an interrupted import goes on by. */
  readonly digest?: string | undefined;
  /** Largest file in bytes. */
  readonly maxBytes: number;
}

/** Units that are filed at a time. */
const BATCH = 500;

/**
 * Files the units of an exchange file as it comes, at constant memory, and keeps a ledger of it. Units that
 * came before a fault stay filed. A file that comes again after its import was interrupted, with the same
 * digest and read the same way, goes on after the last batch that was filed.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID` with line and column, `SOURCE_TOO_LARGE`, `REQUEST_INVALID`
 *   for a digest of another file, `IMPORT_TAKEN_OVER`; each with the ledger in `details.imported`.
 */
export async function importMemory(
  deps: ImportDeps,
  bytes: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<ImportReceipt> {
  const { store, memory, now } = deps;
  const { tenant, read, digest, maxBytes } = options;
  const content = digest === undefined ? undefined : contentOf(digest, options);
  const { run, ledger } = await begin(deps, options, content);
  const batch = createImportBatch(ledger);
  const commit = async (): Promise<void> => {
    const { ledger: filed, refusals } = await batch.file(memory, now());
    if (!(await store.save(run, filed, refusals))) {
      throw new PipelineError('IMPORT_TAKEN_OVER', `The import ${run.id} is gone on with by a later request`);
    }
  };
  try {
    const hash = createHash('sha256');
    const events = readUnits(checkedBytes(bytes, { hash, maxBytes }), read);
    for await (const event of rest(events, offeredBy(ledger))) {
      batch.take(event);
      if (batch.size() >= BATCH) {
        await commit();
      }
    }
    await commit();
    checkDigest(digest, hash.digest('hex'));
    await memory.settle();
    batch.end('done');
    await commit();
    if (content !== undefined) {
      await store.close(tenant, content);
    }
  } catch (error) {
    throw await ended(error, { batch, commit, memory });
  }
  return (await store.read(tenant, run.id)) ?? { ...batch.ledger(), refusals: [] };
}

async function begin(
  { store, now }: ImportDeps,
  { tenant, read }: ImportOptions,
  content: string | undefined,
): Promise<{ readonly run: ImportRun; readonly ledger: ImportLedger }> {
  const open = content === undefined ? undefined : await store.findOpen(tenant, content);
  const earlier = open === undefined ? undefined : await store.read(tenant, open);
  const at = now();
  const id = earlier?.id ?? `${at.toString(36)}-${randomUUID().slice(0, 8)}`;
  const run = { tenant, id, runner: randomUUID() };
  const ledger = earlier === undefined ? newLedger(id, read, at) : resumedLedger(earlier, at);
  await store.open(run, ledger, content);
  return { run, ledger };
}

function newLedger(id: string, { file, format }: ReadFileOptions, at: number): ImportLedger {
  return {
    id,
    ...(file === undefined ? {} : { file }),
    format,
    state: 'running',
    startedAt: at,
    updatedAt: at,
    resumed: 0,
    created: 0,
    merged: 0,
    kept: 0,
    refused: 0,
    reasons: {},
    withoutMarkup: 0,
  };
}

function resumedLedger(
  { problem: _problem, refusals: _refusals, ...earlier }: ImportReceipt,
  at: number,
): ImportLedger {
  return { ...earlier, state: 'running', updatedAt: at, resumed: earlier.resumed + 1 };
}

/** Files what is left where the file itself is at fault, says why it ended, and gives the error to throw. */
async function ended(
  cause: unknown,
  {
    batch,
    commit,
    memory,
  }: {
    readonly batch: ImportBatch;
    readonly commit: () => Promise<void>;
    readonly memory: TranslationMemory;
  },
): Promise<unknown> {
  const isFault = cause instanceof PipelineError && FAULTS.has(cause.code);
  if (!isFault) {
    batch.drop();
  }
  batch.end(isFault ? 'failed' : 'interrupted', cause instanceof Error ? cause.message : String(cause));
  await commit().catch(() => undefined); // the first error is what is told
  await memory.settle().catch(() => undefined);
  return cause instanceof PipelineError
    ? new PipelineError(cause.code, cause.message, {
        details: { ...cause.details, imported: batch.ledger() },
        cause,
      })
    : cause;
}

const FAULTS: ReadonlySet<string> = new Set(['EXCHANGE_INVALID', 'SOURCE_TOO_LARGE', 'REQUEST_INVALID']);

/** The same file read in another way gives other units; in another memory it is not there yet. */
function contentOf(digest: string, { read, into }: ImportOptions): string {
  return createHash('sha256')
    .update(JSON.stringify([digest, read, into]))
    .digest('hex');
}

function offeredBy({ created, merged, kept, refused }: ImportLedger): number {
  return created + merged + kept + refused;
}

async function* rest(events: AsyncIterable<UnitEvent>, done: number): AsyncGenerator<UnitEvent> {
  let seen = 0;
  for await (const event of events) {
    seen += 1;
    if (seen > done) {
      yield event;
    }
  }
}

async function* checkedBytes(
  bytes: AsyncIterable<Uint8Array>,
  { hash, maxBytes }: { readonly hash: ReturnType<typeof createHash>; readonly maxBytes: number },
): AsyncIterable<Uint8Array> {
  let seen = 0;
  for await (const chunk of bytes) {
    seen += chunk.length;
    if (seen > maxBytes) {
      throw new PipelineError(
        'SOURCE_TOO_LARGE',
        `The file has more than ${maxBytes} bytes, which is the most that is taken at once; split it`,
      );
    }
    hash.update(chunk);
    yield chunk;
  }
}

function checkDigest(stated: string | undefined, found: string): void {
  if (stated !== undefined && stated !== found) {
    throw new PipelineError(
      'REQUEST_INVALID',
      `The file has the SHA-256 ${found}, and Repr-Digest says ${stated}: it is another file, or was changed on its way`,
    );
  }
}
