import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MAX_BYTES = 1024 * 1024;

/**
 * The content of a small file in a ZIP archive as text; undefined where the archive has no such file,
 * or it cannot be unpacked within a megabyte.
 */
export function readZipEntry(archive: Uint8Array, name: string): string | undefined {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    const at = findEntry(bytes, name);
    return at === undefined ? undefined : unpack(bytes, at);
  } catch {
    return undefined; // a damaged archive: who reads the document says so
  }
}

/** Where the central directory (APPNOTE 4.3.12) describes the file. */
function findEntry(bytes: Buffer, name: string): number | undefined {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end === -1 || bytes.readUInt32LE(end) !== END) {
    return undefined;
  }
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0 && bytes.readUInt32LE(at) === ENTRY; left -= 1) {
    const length = bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, at + 46 + length) === name) {
      return at;
    }
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return undefined;
}

function unpack(bytes: Buffer, entry: number): string | undefined {
  const method = bytes.readUInt16LE(entry + 10);
  const size = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if (bytes.readUInt32LE(local) !== LOCAL) {
    return undefined;
  }
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + size);
  switch (method) {
    case 0:
      return packed.toString('utf8', 0, MAX_BYTES);
    case 8:
      return inflateRawSync(packed, { maxOutputLength: MAX_BYTES }).toString('utf8');
    default:
      return undefined;
  }
}
