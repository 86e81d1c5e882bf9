import { inflateRawSync } from 'node:zlib';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** What an archive, such as a DOCX, may hold. */
export const ZIP_LIMITS = {
  entries: 1_000,
  /** Folders inside each other. */
  depth: 10,
  /** Bytes of all entries together, unpacked. */
  unpackedBytes: 16 * 1024 * 1024,
  /** Unpacked bytes for each packed one, of an entry that unpacks to more than `freeBytes`. */
  ratio: 100,
  freeBytes: 1024 * 1024,
} as const;

/**
 * Refuses archives that are no plain ones, or that unpack to more than allowed. Entries are really
 * unpacked, up to the limit: the sizes that an archive states are not believed.
 *
 * @throws {PipelineError} `SOURCE_TOO_LARGE`, which names limit and value; `SOURCE_UNREADABLE`.
 */
export function guardZip(bytes: Uint8Array): void {
  const entries = readZipDirectory(bytes, ZIP_LIMITS.entries);
  const packed = entries.reduce((sum, { data }) => sum + data.length, 0);
  if (packed > bytes.length) {
    throw new PipelineError('SOURCE_UNREADABLE', 'Entries of the archive lie on top of each other', {
      details: { bytes: bytes.length, packed },
    });
  }
  let unpacked = 0;
  for (const entry of entries) {
    checkName(entry.name);
    unpacked += unpackedSize(entry, ZIP_LIMITS.unpackedBytes - unpacked);
  }
}

function checkName(name: string): void {
  const folders = name.split(/[/\\]/u);
  if (folders.length > ZIP_LIMITS.depth || folders.includes('..') || /^[/\\]|^[a-z]:/iu.test(name)) {
    throw new PipelineError('SOURCE_UNREADABLE', 'An entry of the archive has a path that leads out of it', {
      details: { limit: 'depth', value: folders.length, allowed: ZIP_LIMITS.depth },
    });
  }
}

/** Bytes of an entry, unpacked; never unpacks more than `room` and the ratio allow. */
function unpackedSize({ data, isPacked, name }: ZipEntry, room: number): number {
  const byRatio = Math.max(ZIP_LIMITS.freeBytes, data.length * ZIP_LIMITS.ratio);
  const most = isPacked ? Math.min(room, byRatio) : room;
  if (!isPacked && data.length > most) {
    throw tooLarge(room, byRatio);
  }
  if (!isPacked || data.length === 0) {
    return data.length;
  }
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      throw tooLarge(room, byRatio);
    }
    throw new PipelineError('SOURCE_UNREADABLE', `The archive is damaged: "${name}" cannot be unpacked`, {
      details: { entry: name },
      cause: error,
    });
  }
}

function tooLarge(room: number, byRatio: number): PipelineError {
  const isRatio = byRatio < room;
  const limit = isRatio ? 'ratio' : 'unpackedBytes';
  const message = isRatio
    ? `An entry of the archive unpacks to more than ${ZIP_LIMITS.ratio} times its size`
    : `The archive unpacks to more than ${ZIP_LIMITS.unpackedBytes} bytes`;
  return new PipelineError('SOURCE_TOO_LARGE', `${message}: no more are read`, {
    details: { limit, allowed: ZIP_LIMITS[limit] },
  });
}
