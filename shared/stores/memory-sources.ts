import type { CodedText } from '../document/inline-code.ts';
import type { Locale } from '../document/locale.ts';
import { type Comparable, toComparable } from '../memory/comparable.ts';
import { memoryKeys } from './memory-keys.ts';
import type { MemoryReads } from './memory-reads.ts';
import { unpackSources } from './memory-records.ts';

/** The texts that are filed under one id, at their line numbers; removed ones are undefined. */
export interface StoredSource {
  readonly id: string;
  readonly texts: readonly (CodedText | undefined)[];
  /** The same, made comparable when it is first wanted. */
  comparables(this: void): readonly (Comparable | undefined)[];
}

/** Reads the sources of the given ids; ids without any are missing from the answer. */
export type ReadSources = (
  sourceLocale: Locale,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, StoredSource>>;

/** Keys that one MGET reads: about half a millisecond of the server's time. */
const KEYS_PER_READ = 512;

/** Sources kept ready for comparison, per process; a few MB. */
const READY_SOURCES = 4096;

/**
 * Reads sources and makes them comparable. What is stored is read every time; only the
 * work of making equal lines comparable is remembered, of `remembered` sources: for who reads all of
 * them once, of none.
 */
export function createSourceReader(reads: MemoryReads, remembered = READY_SOURCES): ReadSources {
  const ready = new Map<string, Pick<StoredSource, 'texts' | 'comparables'>>();

  function prepare(lines: string): Pick<StoredSource, 'texts' | 'comparables'> {
    const known = ready.get(lines);
    if (known !== undefined) {
      return known;
    }
    const texts = unpackSources(lines);
    let made: readonly (Comparable | undefined)[] | undefined;
    const source: Pick<StoredSource, 'texts' | 'comparables'> = {
      texts,
      comparables() {
        if (made === undefined) {
          made = texts.map((text) => (text === undefined ? text : toComparable(text)));
          remember(lines, source);
        }
        return made;
      },
    };
    return source;
  }

  /** Equal texts need not be made comparable, and are not kept. */
  function remember(lines: string, source: Pick<StoredSource, 'texts' | 'comparables'>): void {
    if (ready.size >= remembered) {
      ready.clear();
    }
    if (remembered > 0) {
      ready.set(lines, source);
    }
  }

  return async (sourceLocale, ids) => {
    const prefix = memoryKeys.source(sourceLocale, '');
    const sources = new Map<string, StoredSource>();
    for (let at = 0; at < ids.length; at += KEYS_PER_READ) {
      const some = ids.slice(at, at + KEYS_PER_READ);
      const stored = await reads.get(
        sourceLocale,
        some.map((id) => prefix + id),
      );
      for (const [index, lines] of stored.entries()) {
        const id = some[index];
        if (id !== undefined && lines !== null) {
          const { texts, comparables } = prepare(lines.toString());
          sources.set(id, { id, texts, comparables });
        }
      }
    }
    return sources;
  };
}
