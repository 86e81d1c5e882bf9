import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { z } from 'zod';

/** Packs text for storage: raw deflate, about a fifth of an article's JSON. */
export function packText(text: string): Buffer {
  return deflateRawSync(text, { level: 6 });
}

/** The text that `packText` packed. */
export function unpackText(packed: Buffer): string {
  return inflateRawSync(packed).toString('utf8');
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
