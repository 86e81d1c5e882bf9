import type { Locale } from '../document/locale.ts';
import { ENTRY_BYTES } from '../memory/signature.ts';
import { createSignatureTable, type SignatureTable } from '../memory/signature-table.ts';
import { memoryKeys } from './memory-keys.ts';
import type { RedisClient } from './redis.ts';

/** Bytes of the log that one command reads: a few milliseconds of the server's time at most. */
const READ_BYTES = 200_000 * ENTRY_BYTES;

/** A decoded copy of one source locale's signature log that is brought up to date before each use. */
export interface SignatureLog {
  /** The copy, with everything that was in the log when this was called. */
  refresh(): Promise<SignatureTable>;
  /** Forgets the copy: the next `refresh` reads the whole log. */
  drop(): void;
}

/**
 * Makes an empty copy of the log of `sourceLocale`.
 *
 * Only what was appended since the last refresh is read, with the last known entry in front of it:
 * a log that does not continue the copy (after a restore, or a crash that lost its end) is read anew.
 */
export function createSignatureLog(client: RedisClient, sourceLocale: Locale): SignatureLog {
  const key = memoryKeys.log(sourceLocale);
  let copy = emptyCopy();
  let running: Promise<SignatureTable> | undefined;
  let queued: Promise<SignatureTable> | undefined;

  async function read(): Promise<SignatureTable> {
    for (;;) {
      const current = copy;
      const from = Math.max(0, current.bytes - ENTRY_BYTES);
      const bytes = await client.getrangeBuffer(key, from, from + READ_BYTES - 1);
      if (current !== copy) {
        continue; // dropped meanwhile
      }
      if (!continues(current, bytes)) {
        copy = emptyCopy();
        continue;
      }
      take(current, bytes.subarray(current.bytes - from));
      if (bytes.length < READ_BYTES) {
        return current.table;
      }
    }
  }

  /** A read that began earlier may have missed the newest entry: callers share only one that is to begin. */
  async function refresh(): Promise<SignatureTable> {
    if (running === undefined) {
      running = read().finally(() => {
        running = undefined;
      });
      return running;
    }
    queued ??= running
      .catch(() => undefined)
      .then(() => {
        queued = undefined;
        return refresh();
      });
    return queued;
  }

  return {
    refresh,
    drop() {
      copy = emptyCopy();
    },
  };
}

interface Copy {
  readonly table: SignatureTable;
  /** Length of the log so far. */
  bytes: number;
  last: Buffer;
}

function emptyCopy(): Copy {
  return { table: createSignatureTable(), bytes: 0, last: Buffer.alloc(0) };
}

function continues(copy: Copy, read: Buffer): boolean {
  return copy.bytes === 0 || copy.last.equals(read.subarray(0, ENTRY_BYTES));
}

function take(copy: Copy, appended: Buffer): void {
  const whole = appended.subarray(0, appended.length - (appended.length % ENTRY_BYTES));
  if (whole.length > 0) {
    copy.table.append(whole);
    copy.bytes += whole.length;
    copy.last = Buffer.from(whole.subarray(-ENTRY_BYTES));
  }
}
