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

type Prepared = Pick<StoredSource, 'texts' | 'comparables'>;

/**
 * Prepares what is stored of sources. The work of making equal lines comparable is remembered, of as
 * many sources as `READY_SOURCES`; equal texts need not be made comparable, and are not kept.
 */
export function createSourceCache(): (lines: string) => Prepared {
  const ready = new Map<string, Prepared>();
  return (lines) => {
    const known = ready.get(lines);
    if (known !== undefined) {
      return known;
    }
    return prepare(lines, (source) => {
      if (ready.size >= READY_SOURCES) {
        ready.clear();
      }
      ready.set(lines, source);
    });
  };
}

/** `onCompared` is told when the texts were made comparable. */
function prepare(lines: string, onCompared?: (source: Prepared) => void): Prepared {
  const texts = unpackSources(lines);
  let made: readonly (Comparable | undefined)[] | undefined;
  const source: Prepared = {
    texts,
    comparables() {
      if (made === undefined) {
        made = texts.map((text) => (text === undefined ? text : toComparable(text)));
        onCompared?.(source);
      }
      return made;
    },
  };
  return source;
}

/** Reads sources for whoever goes through many of them once. */
export function createSourceReader(reads: MemoryReads): ReadSources {
  return async (sourceLocale, ids) => {
    const prefix = memoryKeys.source(sourceLocale, '');
    const keys = ids.map((id) => prefix + id);
    const calls: Promise<readonly (Buffer | null)[]>[] = [];
    for (let at = 0; at < keys.length; at += KEYS_PER_READ) {
      calls.push(reads.get(sourceLocale, keys.slice(at, at + KEYS_PER_READ)));
    }
    const stored = (await Promise.all(calls)).flat();
    const sources = new Map<string, StoredSource>();
    for (const [at, id] of ids.entries()) {
      const lines = stored[at] ?? undefined;
      if (lines !== undefined) {
        sources.set(id, { id, ...prepare(lines.toString()) });
      }
    }
    return sources;
  };
}
