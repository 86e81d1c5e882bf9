import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import { PipelineError } from '../errors/errors.ts';
import { charsetOf } from '../text/charset/charset.ts';
import { detectCharset } from '../text/charset/detect-charset.ts';
import { detectUtf16 } from '../text/charset/detect-utf16.ts';

/** Bytes by which a file's charset is found. */
const HEAD_BYTES = 64 * 1024;

export interface DecodeTextOptions {
  /** Name of the charset, where somebody knows it. */
  readonly charset?: string | undefined;
  /** Finds the name that the file has for its charset in its first bytes, read as Latin letters. */
  readonly declared?: (head: string) => string | undefined;
}

/**
 * Decodes a text file as it comes, at constant memory: by byte order mark, by the charset that is
 * stated, as UTF-16 or UTF-8 where the first bytes are that, else by statistics over them.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID` for a charset that is not known, or bytes that are not UTF-8
 *   or UTF-16 though they were read so; it names the byte.
 */
export async function* decodeTextStream(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: DecodeTextOptions = {},
): AsyncIterable<string> {
  let head = Buffer.alloc(0);
  let decoder: PieceDecoder | undefined;
  for await (const chunk of chunks) {
    if (decoder !== undefined) {
      yield decoder.decode(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length >= HEAD_BYTES) {
      decoder = decoderOf(charsetOfHead(head, options));
      yield decoder.decode(head);
    }
  }
  if (decoder === undefined) {
    decoder = decoderOf(charsetOfHead(head, options));
    yield decoder.decode(head);
  }
  yield decoder.end();
}

function charsetOfHead(head: Buffer, { charset, declared }: DecodeTextOptions): string {
  const marked = byteOrderMark(head);
  if (marked !== undefined) {
    return marked;
  }
  const named = charset ?? declared?.(head.toString('latin1'));
  if (named !== undefined) {
    const known = charsetOf(named);
    if (known === undefined) {
      throw new PipelineError(
        'EXCHANGE_INVALID',
        `The charset "${named}" is not known; expected a name such as UTF-8 or windows-1252`,
      );
    }
    return known.name;
  }
  const isUtf8 = startsAsUtf8(head);
  return (
    detectUtf16(head, isUtf8)?.name ?? (isUtf8 ? 'utf-8' : (detectCharset(head)?.name ?? 'windows-1252'))
  );
}

function byteOrderMark([first, second, third]: Buffer): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return 'utf-8';
  }
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** The end may be half a character. */
function startsAsUtf8(head: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

interface PieceDecoder {
  decode(bytes: Uint8Array): string;
  end(): string;
}

function decoderOf(name: string): PieceDecoder {
  return name.startsWith('utf-') ? strictDecoder(name) : lenientDecoder(name);
}

function strictDecoder(name: string): PieceDecoder {
  const decoder = new TextDecoder(name, { fatal: true });
  let seen = 0;
  const decode = (bytes: Uint8Array, stream: boolean): string => {
    try {
      return decoder.decode(bytes, { stream });
    } catch (error) {
      throw new PipelineError(
        'EXCHANGE_INVALID',
        `The file has bytes that are not ${name.toUpperCase()} between byte ${seen} and byte ${seen + bytes.length}; name its charset, or save it as UTF-8`,
        { details: { byte: seen }, cause: error },
      );
    } finally {
      seen += bytes.length;
    }
  };
  return { decode: (bytes) => decode(bytes, true), end: () => decode(new Uint8Array(0), false) };
}

function lenientDecoder(name: string): PieceDecoder {
  const decoder = iconv.getDecoder(name);
  return { decode: (bytes) => decoder.write(Buffer.from(bytes)), end: () => decoder.end() ?? '' };
}
