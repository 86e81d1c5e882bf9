import iconv from 'iconv-lite';

/** A charset whose bytes can be read. */
export interface Charset {
  /** As the Encoding Standard names it, else as iconv-lite knows it; lower case. */
  readonly name: string;
  /** Whether browsers know it. */
  readonly isOfWeb: boolean;
  /** Never throws; what cannot be read becomes U+FFFD. A byte order mark is left out. */
  readonly decode: (bytes: Uint8Array) => string;
}

/** What the platform decodes; its single-byte tables are not those of the standard in Node 20. */
const BY_PLATFORM = new Set(['utf-8', 'utf-16le', 'utf-16be', 'iso-2022-jp']);

/** Charsets that hold another one: text in the smaller reads the same in them. */
const SUPERSETS: Readonly<Record<string, string>> = { gb2312: 'gb18030', gbk: 'gb18030' };

/** Of `charset=` in a Content-Type, a quoted label, or a label alone. */
const LABEL = /^\s*(?:[^;]*;)?\s*(?:charset\s*=)?\s*["']?([^"';\s]+)["']?/iu;

/**
 * The charset that a label means, as browsers read labels: "latin1" is windows-1252. A whole
 * Content-Type will do. Undefined for a label that nobody knows.
 */
export function charsetOf(label: string): Charset | undefined {
  const known = LABEL.exec(label)?.[1]?.toLowerCase();
  if (known === undefined) {
    return undefined;
  }
  const standard = standardName(known);
  const name = SUPERSETS[standard ?? known] ?? standard ?? known;
  const isOfWeb = standard !== undefined;
  if (BY_PLATFORM.has(name)) {
    return { name, isOfWeb, decode: (bytes) => new TextDecoder(name).decode(bytes) };
  }
  return iconv.encodingExists(name)
    ? { name, isOfWeb, decode: (bytes) => iconv.decode(Buffer.from(bytes), name) }
    : undefined;
}

function standardName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
