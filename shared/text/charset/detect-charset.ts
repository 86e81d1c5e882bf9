import { detectAll } from 'jschardet';
import { type Charset, charsetOf } from './charset.ts';

/** How near a charset of the web must come to one of old systems to be preferred. */
const NEARLY = 0.8;
/** Where the bytes say nothing: what browsers assume. */
const FALLBACK = 'windows-1252';

/**
 * The charset that the statistics of the bytes speak for. Articles seldom come out of DOS or an old
 * Macintosh: charsets that browsers do not know must win clearly.
 */
export function detectCharset(bytes: Uint8Array): Charset | undefined {
  const found = detectAll(bytes).flatMap(({ encoding, confidence }) => {
    const charset = encoding === null ? undefined : charsetOf(encoding);
    return charset === undefined ? [] : [{ charset, confidence }];
  });
  const best = found[0];
  const usual = found.find(({ charset }) => charset.isOfWeb);
  if (best !== undefined && usual !== undefined && usual.confidence >= best.confidence * NEARLY) {
    return usual.charset;
  }
  return best?.charset ?? charsetOf(FALLBACK);
}
