/** What reading bytes as UTF-8 gives. */
export interface Utf8Reading {
  /** With U+FFFD where the bytes are not UTF-8, without a byte order mark. */
  readonly text: string;
  readonly isValid: boolean;
  /** Characters of more than one byte. */
  readonly sequences: number;
  /** Whether so few of many characters are broken that only a part of UTF-8 text can be damaged. */
  readonly isDamaged: boolean;
}

/** Sequences that must be there for each one that is broken: other charsets hit UTF-8's pattern rarely. */
const WHOLE_PER_BROKEN = 8;

/** Escapes that switch character sets (ISO 2022): bytes that are ASCII only to look at. */
const ESCAPES = ['\u001B$', '\u001B(J'];

/** Reads bytes as UTF-8 and says how far they are that. */
export function readUtf8(bytes: Uint8Array): Utf8Reading {
  const text = new TextDecoder('utf-8').decode(bytes);
  const isValid = isStrict(bytes) && !ESCAPES.some((escape) => text.includes(escape));
  const broken = isValid ? 0 : countOf(text, /\uFFFD/gu);
  const sequences = countOf(text, /[^\0-\x7F]/gu) - broken;
  return { text, isValid, sequences, isDamaged: broken > 0 && sequences >= broken * WHOLE_PER_BROKEN };
}

function isStrict(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
