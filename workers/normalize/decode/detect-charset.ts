import { detect } from 'jschardet';
import { type Charset, charsetOf } from './charset.ts';

/**
 * The charset that the statistics of the bytes speak for; windows-1252 where they say nothing.
 */
export function detectCharset(bytes: Uint8Array): Charset | undefined {
  const { encoding } = detect(bytes);
  return charsetOf(encoding ?? 'windows-1252');
}
