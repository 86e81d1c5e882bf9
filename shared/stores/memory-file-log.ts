import type { Locale } from '../document/locale.ts';
import { createPostingBatch, type PostingBatch } from '../memory/posting-batch.ts';
import { FILE_POSTINGS } from './memory-index-scripts.ts';
import { memoryKeys } from './memory-keys.ts';
import type { LogRange } from './memory-log.ts';
import { readLoggedSources } from './memory-logged-sources.ts';
import type { ReadSources, StoredSource } from './memory-sources.ts';
import { filingOptions, type IndexView, type MemoryView } from './memory-state.ts';
import type { RedisClient } from './redis.ts';
import { runScript } from './run-script.ts';

/** Postings that are held before they are written: about 100 MB. */
const POSTINGS_PER_BATCH = 3_000_000;
/** Bytes of one call: about a millisecond of the server's time. */
const BYTES_PER_CALL = 32 * 1024;

export interface FileLogRequest {
  /** The state in which `index` is written to. */
  readonly view: MemoryView;
  readonly index: IndexView;
  readonly range: LogRange;
  /** Keeps the caller's lock; false: it was lost. */
  readonly stillHeld: () => Promise<boolean>;
}

/**
 * Files the sources of a range of the log in an index. Answers the bytes of the largest bucket
 * that was written, undefined when another process took over; what was filed until then does no harm.
 */
export async function fileLog(
  { client, readSources }: { readonly client: RedisClient; readonly readSources: ReadSources },
  sourceLocale: Locale,
  { view, index, range, stillHeld }: FileLogRequest,
): Promise<number | undefined> {
  const batch = createPostingBatch(filingOptions(sourceLocale, index));
  const seen = new Set<string>();
  let largest = 0;
  const write = async (): Promise<boolean> => {
    const written = await writeBatch(client, sourceLocale, { view, index, batch });
    largest = Math.max(largest, written ?? 0);
    return written !== undefined;
  };
  for await (const sources of readLoggedSources({ client, readSources }, sourceLocale, range)) {
    if (!(await stillHeld())) {
      return undefined;
    }
    for (const source of sources) {
      addSource(batch, source, seen);
    }
    if (batch.size >= POSTINGS_PER_BATCH && !(await write())) {
      return undefined;
    }
  }
  return (await write()) ? largest : undefined;
}

/** An id with several texts comes several times. */
function addSource(batch: PostingBatch, { id, texts, comparables }: StoredSource, seen: Set<string>): void {
  if (texts.length > 1) {
    if (seen.has(id)) {
      return;
    }
    seen.add(id);
  }
  for (const comparable of comparables()) {
    if (comparable !== undefined) {
      batch.add(comparable);
    }
  }
}

async function writeBatch(
  client: RedisClient,
  sourceLocale: Locale,
  {
    view,
    index,
    batch,
  }: { readonly view: MemoryView; readonly index: IndexView; readonly batch: PostingBatch },
): Promise<number | undefined> {
  const stateKeys = [memoryKeys.state(sourceLocale)];
  const prefix = memoryKeys.postings(sourceLocale, index.layout.epoch);
  let largest = 0;
  let sent: Promise<unknown> | undefined;
  const isTaken = async (): Promise<boolean> => {
    const bytes = sent === undefined ? 1 : Number(await sent); // of a bucket, never 0
    largest = Math.max(largest, bytes);
    return bytes > 0;
  };
  for (const piece of batch.drain(BYTES_PER_CALL)) {
    if (!(await isTaken())) {
      return undefined;
    }
    sent = runScript(client, FILE_POSTINGS, stateKeys, [view.raw, prefix, piece]);
    sent.catch(() => undefined); // is awaited once the next piece is ready
  }
  return (await isTaken()) ? largest : undefined;
}
