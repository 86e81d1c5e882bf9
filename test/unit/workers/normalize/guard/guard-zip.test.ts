import { crc32, deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PipelineError } from '../../../../../shared/errors/errors.ts';
import { guardZip, ZIP_LIMITS } from '../../../../../workers/normalize/guard/guard-zip.ts';

interface File {
  readonly name: string;
  readonly content: Buffer;
  readonly isStored?: boolean;
  /** Size that the archive states; the true one unless given. */
  readonly stated?: number;
  readonly flags?: number;
  readonly method?: number;
}

/** Writes an archive the way that word processors do. */
function zipOf(files: readonly File[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, isStored = false, stated = content.length, flags = 0, method } of files) {
    const data = isStored ? content : deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method ?? (isStored ? 0 : 8), 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(stated, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, tail, Buffer.from(name));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

function refusal(bytes: Uint8Array): { code: string; limit: unknown } | undefined {
  try {
    guardZip(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof PipelineError) {
      return { code: error.code, limit: error.details['limit'] };
    }
    throw error;
  }
}

const text = (length: number): Buffer => Buffer.alloc(length, 'the harbour is closed ');
/** Does not pack well. */
const noise = (length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, index) => (index * index * 31) >> 7));
const document: File = { name: 'word/document.xml', content: noise(40_000) };

describe('guardZip', () => {
  it('lets an ordinary document pass, packed or stored, with a comment behind it', () => {
    const archive = zipOf([document, { name: 'word/media/a.png', content: noise(9_000), isStored: true }]);
    expect(refusal(archive)).toBeUndefined();
    expect(refusal(new Uint8Array(archive).subarray())).toBeUndefined();
    expect(refusal(zipOf([{ name: 'a.xml', content: Buffer.alloc(0) }]))).toBeUndefined();
  });

  it.each<[string, readonly File[], string, string | undefined]>([
    [
      'an entry that unpacks to very much',
      [{ name: 'a', content: text(20_000_000) }],
      'SOURCE_TOO_LARGE',
      'ratio',
    ],
    [
      'a size that is not the true one',
      [{ name: 'a', content: text(20_000_000), stated: 10 }],
      'SOURCE_TOO_LARGE',
      'ratio',
    ],
    [
      'entries that are too much together',
      Array.from({ length: 18 }, (_, index) => ({ name: `${index}`, content: text(1_000_000) })),
      'SOURCE_TOO_LARGE',
      'unpackedBytes',
    ],
    [
      'very many entries',
      Array.from({ length: ZIP_LIMITS.entries + 1 }, (_, index) => ({ name: `${index}`, content: text(1) })),
      'SOURCE_TOO_LARGE',
      'entries',
    ],
    ['a path that leads out', [{ name: '../a', content: text(9) }], 'SOURCE_UNREADABLE', 'depth'],
    ['a path from the root', [{ name: '/etc/a', content: text(9) }], 'SOURCE_UNREADABLE', 'depth'],
    ['a deep path', [{ name: 'a/'.repeat(20), content: text(9) }], 'SOURCE_UNREADABLE', 'depth'],
    ['an encrypted entry', [{ ...document, flags: 1 }], 'SOURCE_UNREADABLE', undefined],
    ['a method that is not read', [{ ...document, method: 14 }], 'SOURCE_UNREADABLE', undefined],
    [
      'data that is not packed as it says',
      [{ name: 'a', content: noise(500), isStored: true, method: 8 }],
      'SOURCE_UNREADABLE',
      undefined,
    ],
  ])('refuses %s', (_name, files, code, limit) => {
    expect(refusal(zipOf(files))).toEqual({ code, limit });
  });

  it('refuses entries that share their bytes', () => {
    const archive = zipOf([
      { ...document, name: 'a' },
      { ...document, name: 'b' },
    ]);
    const second = archive.lastIndexOf('PK\u0001\u0002');
    archive.writeUInt32LE(0, second + 42);
    archive.writeUInt32LE(archive.readUInt32LE(second + 20) * 2 - 400, second + 20);
    expect(refusal(archive)?.code).toBe('SOURCE_UNREADABLE');
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', text(500)],
    ['half an archive', zipOf([document]).subarray(0, 900)],
  ])('refuses %s', (_name, bytes) => {
    expect(refusal(bytes)?.code).toBe('SOURCE_UNREADABLE');
  });

  it('passes or refuses any bytes, and throws nothing else', () => {
    const archive = zipOf([document, { name: 'b', content: text(3_000) }]);
    const damage = fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { maxLength: 8 });
    fc.assert(
      fc.property(damage, (changes) => {
        const bytes = Buffer.from(archive);
        for (const [at, byte] of changes) {
          bytes[at] = byte;
        }
        expect([undefined, 'SOURCE_UNREADABLE', 'SOURCE_TOO_LARGE']).toContain(refusal(bytes)?.code);
      }),
      { numRuns: 300 },
    );
  });
});
