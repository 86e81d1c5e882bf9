import type { SourceFormat } from '../../../shared/document/article.ts';
import { type Charset, charsetOf } from '../../../shared/text/charset/charset.ts';
import { detectCharset } from '../../../shared/text/charset/detect-charset.ts';
import { detectUtf16 } from '../../../shared/text/charset/detect-utf16.ts';
import { prescanCharset } from './prescan-charset.ts';
import { readUtf8, type Utf8Reading } from './read-utf8.ts';

/** Bytes as text, and why they were read so. */
export interface DecodedBytes {
  readonly text: string;
  readonly charset: string;
  /** Ends a sentence such as "Read as utf-8, because ...". */
  readonly reason: string;
}

export interface CharsetHints {
  /** Label that a transport gave, such as "windows-1252" or a Content-Type. */
  readonly declared?: string | undefined;
  readonly format?: SourceFormat | undefined;
}

/** Share of what cannot be meant among the characters beyond ASCII, up to which a name is believed. */
const MAX_GARBAGE = 0.02;
/** Bytes in charsets of several bytes a character make UTF-8 by chance, but not three times over. */
const SURE_SEQUENCES = 3;
const SEVERAL_BYTES = /^(?:gb18030|big5|euc-|shift_jis|iso-2022)/u;

/**
 * Reads bytes as text: by their byte order mark, by the charset that is declared for them or that
 * they name themselves, as UTF-8 or UTF-16 where they are that, else by statistics. A name that
 * gives garbage, or that UTF-8 contradicts, is not believed.
 */
export function decodeBytes(bytes: Uint8Array, hints: CharsetHints): DecodedBytes {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) {
    return readAs(marked, bytes, 'its byte order mark says so');
  }
  const utf8 = readUtf8(bytes);
  const wide = detectUtf16(bytes, utf8.isValid);
  const named = namedReading(bytes, hints, { utf8, isWide: wide !== undefined });
  if (named !== undefined) {
    return named;
  }
  if (wide !== undefined) {
    return readAs(wide, bytes, 'its bytes come in pairs that are letters of one script');
  }
  if (utf8.isValid || utf8.isDamaged) {
    const reason = utf8.isValid ? 'its bytes are UTF-8' : 'nearly all of its bytes are UTF-8';
    return { text: utf8.text, charset: 'utf-8', reason };
  }
  return readAs(detectCharset(bytes), bytes, 'its bytes are most likely that');
}

function byteOrderMark(bytes: Uint8Array): Charset | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return charsetOf('utf-8');
  }
  if (first === 0xff && second === 0xfe) {
    return charsetOf(third === 0 && fourth === 0 ? 'utf-32le' : 'utf-16le');
  }
  if (first === 0xfe && second === 0xff) {
    return charsetOf('utf-16be');
  }
  return first === 0 && second === 0 && third === 0xfe && fourth === 0xff ? charsetOf('utf-32be') : undefined;
}

/** The text by the charset that somebody names, unless the bytes say otherwise. */
function namedReading(
  bytes: Uint8Array,
  { declared, format }: CharsetHints,
  { utf8, isWide }: { readonly utf8: Utf8Reading; readonly isWide: boolean },
): DecodedBytes | undefined {
  const names = [
    { label: declared, who: 'the submission' },
    { label: format === 'html' ? prescanCharset(bytes) : undefined, who: 'the page' },
  ];
  for (const { label, who } of names) {
    const charset = label === undefined ? undefined : charsetOf(label);
    if (charset !== undefined && charset.name.startsWith('utf-16') === isWide) {
      if (contradicts(utf8, charset)) {
        const reason = `its bytes are that, although ${who} says ${charset.name}`;
        return { text: utf8.text, charset: 'utf-8', reason };
      }
      const text = charset.decode(bytes);
      if (garbageShare(text) <= MAX_GARBAGE) {
        return { text, charset: charset.name, reason: `${who} says so` };
      }
    }
  }
  return undefined;
}

function contradicts({ isValid, isDamaged, sequences }: Utf8Reading, { name }: Charset): boolean {
  const enough = SEVERAL_BYTES.test(name) || isDamaged ? SURE_SEQUENCES : 1;
  return name !== 'utf-8' && (isValid || isDamaged) && sequences >= enough;
}

/** U+FFFD and control characters among the characters beyond ASCII. */
function garbageShare(text: string): number {
  const beyond = text.match(/\P{ASCII}|(?!\s)\p{Cc}/gu)?.length ?? 0;
  const garbage = text.match(/\uFFFD|(?!\s)\p{Cc}/gu)?.length ?? 0;
  return beyond === 0 ? 0 : garbage / beyond;
}

function readAs(charset: Charset | undefined, bytes: Uint8Array, reason: string): DecodedBytes {
  const name = charset?.name ?? 'utf-8';
  return { text: charset?.decode(bytes) ?? new TextDecoder().decode(bytes), charset: name, reason };
}
