import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { z } from 'zod';

const RAW = 0;
const DEFLATED = 1;

/** Below this length packing costs more time than it saves memory. */
const MIN_PACKED_BYTES = 1024;

/**
 * Packs text for storage: a byte that says how, then the text as it is or, from 1 KB up, deflated
 * to about a fifth.
 */
export function packText(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  return bytes.length < MIN_PACKED_BYTES
    ? Buffer.concat([Buffer.of(RAW), bytes])
    : Buffer.concat([Buffer.of(DEFLATED), deflateRawSync(bytes, { level: 3 })]);
}

/** The text that `packText` packed. */
export function unpackText(packed: Buffer): string {
  const body = packed.subarray(1);
  return (packed[0] === DEFLATED ? inflateRawSync(body) : body).toString('utf8');
}

/** Packs a value as JSON for storage. */
export function packJson(value: unknown): Buffer {
  return packText(JSON.stringify(value));
}

/**
 * The value that `packJson` packed, checked again: what lies in a store may be older than the code.
 *
 * @throws {z.ZodError} when it does not fit `schema`.
 */
export function unpackJson<Value>(packed: Buffer, schema: z.ZodType<Value>): Value {
  return schema.parse(JSON.parse(unpackText(packed)));
}
