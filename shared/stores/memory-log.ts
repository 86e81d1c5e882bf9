import type { Locale } from '../document/locale.ts';
import { ENTRY_BYTES } from '../memory/signature.ts';
import { createSignatureTable, type SignatureTable } from '../memory/signature-table.ts';
import { LOG_HEADER_BYTES, memoryKeys } from './memory-keys.ts';
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
 * Only what was appended since the last refresh is read, together with the log's header and the
 * last known entry: a log that does not continue the copy (another log after a restore, or one that
 * lost its end in a crash) is read anew.
 */
export function createSignatureLog(client: RedisClient, sourceLocale: Locale): SignatureLog {
  const key = memoryKeys.log(sourceLocale);
  let copy = emptyCopy();
  let running: Promise<SignatureTable> | undefined;
  let queued: Promise<SignatureTable> | undefined;

  async function read(): Promise<SignatureTable> {
    for (;;) {
      const current = copy;
      const from = current.bytes - current.last.length;
      const [header, bytes] = await Promise.all([
        client.getrangeBuffer(key, 0, LOG_HEADER_BYTES - 1),
        client.getrangeBuffer(key, from, from + READ_BYTES - 1),
      ]);
      if (current !== copy) {
        continue; // dropped meanwhile
      }
      if (!continues(current, header, bytes)) {
        copy = emptyCopy();
        continue;
      }
      take(current, header, bytes.subarray(current.last.length));
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
  header: Buffer;
  /** Length of the log so far, header included. */
  bytes: number;
  /** The last entry. */
  last: Buffer;
}

function emptyCopy(): Copy {
  const nothing = Buffer.alloc(0);
  return { table: createSignatureTable(), header: nothing, bytes: LOG_HEADER_BYTES, last: nothing };
}

function continues(copy: Copy, header: Buffer, read: Buffer): boolean {
  return (
    copy.last.length === 0 || (copy.header.equals(header) && copy.last.equals(read.subarray(0, ENTRY_BYTES)))
  );
}

function take(copy: Copy, header: Buffer, appended: Buffer): void {
  const whole = appended.subarray(0, appended.length - (appended.length % ENTRY_BYTES));
  if (whole.length > 0) {
    copy.table.append(whole);
    copy.header = header;
    copy.bytes += whole.length;
    copy.last = Buffer.from(whole.subarray(-ENTRY_BYTES));
  }
}
