import { PipelineError } from '../../../shared/errors/errors.ts';

/** One file in an archive, as it lies there. */
export interface ZipEntry {
  readonly name: string;
  /** Deflated where `isPacked`. */
  readonly data: Uint8Array;
  readonly isPacked: boolean;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT_BYTES = 0xffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/**
 * Lists the files of a ZIP archive by its central directory (APPNOTE 6.3.10, section 4.3), as the
 * readers do that come after. Archives of several disks or in the 64-bit form are not read.
 *
 * @throws {PipelineError} `SOURCE_UNREADABLE`; `SOURCE_TOO_LARGE` for more than `maxEntries`.
 */
export function readZipDirectory(bytes: Uint8Array, maxEntries: number): ZipEntry[] {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > maxEntries) {
    throw new PipelineError(
      'SOURCE_TOO_LARGE',
      `The archive has ${count} entries: at most ${maxEntries} are read`,
      { details: { limit: 'entries', value: count, allowed: maxEntries } },
    );
  }
  const entries: ZipEntry[] = [];
  let position = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    demand(position + CENTRAL_BYTES <= archive.length && archive.readUInt32LE(position) === CENTRAL);
    const nameEnd = position + CENTRAL_BYTES + archive.readUInt16LE(position + 28);
    entries.push(readEntry(archive, position, nameEnd));
    position = nameEnd + archive.readUInt16LE(position + 30) + archive.readUInt16LE(position + 32);
  }
  return entries;
}

function findEnd(archive: Buffer): number {
  const first = Math.max(0, archive.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = archive.length - END_BYTES; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === END) {
      return at;
    }
  }
  throw new PipelineError('SOURCE_UNREADABLE', 'The content is no ZIP archive, which a DOCX is');
}

function readEntry(archive: Buffer, position: number, nameEnd: number): ZipEntry {
  const name = archive.toString('utf8', position + CENTRAL_BYTES, nameEnd);
  const method = archive.readUInt16LE(position + 10);
  if ((archive.readUInt16LE(position + 8) & ENCRYPTED) !== 0) {
    throw new PipelineError('SOURCE_UNREADABLE', 'The archive is protected by a password');
  }
  demand(method === STORED || method === DEFLATED);
  const local = archive.readUInt32LE(position + 42);
  demand(local + LOCAL_BYTES <= archive.length && archive.readUInt32LE(local) === LOCAL);
  const start = local + LOCAL_BYTES + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const end = start + archive.readUInt32LE(position + 20);
  demand(end <= archive.length);
  return { name, data: archive.subarray(start, end), isPacked: method === DEFLATED };
}

function demand(isSound: boolean): void {
  if (!isSound) {
    throw new PipelineError(
      'SOURCE_UNREADABLE',
      'The archive is damaged, or packed in a way that is not read',
    );
  }
}
