import { TextDecoder } from 'node:util';
import { PipelineError } from '../errors/errors.ts';

/** Bytes in which an XML declaration names its encoding. */
const HEAD_BYTES = 256;

/**
 * Decodes an XML document's bytes: by byte order mark, by the pattern of its first characters, by
 * the declared encoding, else UTF-8 (XML 1.0 appendix F).
 *
 * @throws {PipelineError} `EXCHANGE_INVALID` for an unknown encoding, or bytes that are not in it.
 */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  return decodePiece(decoderOf(encoding), encoding, bytes);
}

/** `decodeXml` for a document that comes in pieces, at constant memory. */
export async function* decodeXmlStream(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncIterable<string> {
  let head: Uint8Array = new Uint8Array(0);
  let encoding: string | undefined;
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    if (decoder !== undefined && encoding !== undefined) {
      yield decodePiece(decoder, encoding, chunk, true);
      continue;
    }
    head = concat(head, chunk);
    if (head.length >= HEAD_BYTES) {
      encoding = encodingOf(head);
      decoder = decoderOf(encoding);
      yield decodePiece(decoder, encoding, head, true);
    }
  }
  yield decoder === undefined || encoding === undefined
    ? decodeXml(head)
    : decodePiece(decoder, encoding, new Uint8Array(0));
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) {
    return 'utf-16le';
  }
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) {
    return 'utf-16be';
  }
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return 'utf-8';
  }
  const head = String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/u.exec(head)?.[1] ?? 'utf-8';
  return /^utf-?16/iu.test(declared) ? 'utf-8' : declared; // these bytes are none: a wrong declaration
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    throw new PipelineError(
      'EXCHANGE_INVALID',
      `The XML declares the encoding "${encoding}", which is not known; expected UTF-8 or UTF-16`,
      { cause: error },
    );
  }
}

function decodePiece(decoder: TextDecoder, encoding: string, bytes: Uint8Array, stream = false): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch (error) {
    throw new PipelineError('EXCHANGE_INVALID', `The XML has bytes that are not ${encoding.toUpperCase()}`, {
      cause: error,
    });
  }
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
