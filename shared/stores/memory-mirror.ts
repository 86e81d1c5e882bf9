import type { Locale } from '../document/locale.ts';
import type { Comparable } from '../memory/comparable.ts';
import { createHeldIndex, type HeldIndex } from '../memory/held-index.ts';
import { type PostingBlock, packBlock } from '../memory/posting-block.ts';
import { memoryKeys } from './memory-keys.ts';
import { LOGGED_ID_BYTES } from './memory-log.ts';
import type { MemoryReads } from './memory-reads.ts';
import type { ReadSources } from './memory-sources.ts';
import { filingOptions, type MemoryStates } from './memory-state.ts';
import type { RedisClient } from './redis.ts';

/** Buckets that are read at once: about a millisecond of the server's time. */
const BUCKETS_PER_BLOCK = 1024;
/** Sources that were added since the last lookup and that the next one takes in. */
const MOST_NEWS = 2048;

export interface MirrorDeps {
  readonly client: RedisClient;
  readonly states: MemoryStates;
  readonly reads: MemoryReads;
  readonly readSources: ReadSources;
  /** Bytes that the copies of a process may take. */
  readonly maxBytes: number;
}

/** A copy of the index of a source locale, at one place of the log. */
export interface Mirror {
  /** Lowest score at which it is exact. */
  readonly floor: number;
  readonly index: HeldIndex;
  /** Bytes that were copied. */
  readonly bytes: number;
  /** Bytes of the log whose sources it has. */
  end: number;
  /** The last id of these; in another log there is another one. */
  lastId: Buffer;
}

/**
 * Copies the index of a source locale. What is in the log up to the mark of what is indexed is in the
 * buckets, so the copy is continued from there. Answers undefined where it would take more than
 * `maxBytes`, where much was added in bulk that is not indexed, and where the index changed meanwhile.
 */
export async function copyIndex(
  { client, states, maxBytes }: MirrorDeps,
  sourceLocale: Locale,
): Promise<Mirror | undefined> {
  const { raw, current } = await states.reload(sourceLocale);
  const { epoch, bits, floor } = current.layout;
  const [indexed, logged] = await Promise.all([
    client.get(memoryKeys.indexed(sourceLocale)),
    client.strlen(memoryKeys.log(sourceLocale)),
  ]);
  const end = Number(indexed ?? 0);
  if (logged - end > MOST_NEWS * LOGGED_ID_BYTES) {
    return undefined;
  }
  const lastId = await client.getrangeBuffer(memoryKeys.log(sourceLocale), ...lastOf(end));
  const prefix = memoryKeys.postings(sourceLocale, epoch);
  const blocks: PostingBlock[] = [];
  let bytes = 0;
  for (let first = 0; first < 2 ** bits; first += BUCKETS_PER_BLOCK) {
    const keys = Array.from({ length: BUCKETS_PER_BLOCK }, (_, at) => prefix + (first + at).toString(16));
    const block = packBlock(await client.mgetBuffer(...keys));
    blocks.push(block);
    bytes += block.bytes;
    if (bytes > maxBytes) {
      return undefined;
    }
  }
  const isSame = raw === (await client.get(memoryKeys.state(sourceLocale)));
  const index = createHeldIndex({ ...filingOptions(sourceLocale, current), blocks });
  return isSame ? { floor, index, bytes, end, lastId } : undefined;
}

/** Range of the id that ends at a place of the log, both ends among it as Redis has it; at the beginning there is none. */
function lastOf(end: number): readonly [number, number] {
  return end === 0 ? [1, 0] : [end - LOGGED_ID_BYTES, end - 1];
}

function addTo({ index }: Mirror, source: Comparable | undefined): void {
  if (source !== undefined) {
    index.add(source);
  }
}

/**
 * Takes in what was added since, whoever added it; one turn where nothing was. Answers undefined
 * where the log is another one or too much was added, else how many sources were taken in. An index that
 * is built anew meanwhile makes no difference: a copy has its own order of elements.
 */
export async function takeNews(
  { reads, readSources }: MirrorDeps,
  sourceLocale: Locale,
  mirror: Mirror,
): Promise<number | undefined> {
  const { end, lastId } = mirror;
  const from = end - lastId.length;
  const most = end + MOST_NEWS * LOGGED_ID_BYTES;
  const bytes = await reads.slice(sourceLocale, memoryKeys.log(sourceLocale), [from, most]);
  const isContinued = lastId.equals(bytes.subarray(0, lastId.length));
  if (!isContinued || from + bytes.length >= most) {
    return undefined;
  }
  const ids = new Set<string>();
  for (let at = lastId.length; at + LOGGED_ID_BYTES <= bytes.length; at += LOGGED_ID_BYTES) {
    ids.add(bytes.toString('hex', at, at + LOGGED_ID_BYTES));
  }
  if (ids.size > 0) {
    const sources = await readSources(sourceLocale, [...ids]);
    for (const comparable of Array.from(sources.values()).flatMap(({ comparables }) => comparables())) {
      addTo(mirror, comparable);
    }
    if (from + bytes.length > mirror.end) {
      mirror.end = from + bytes.length; // else another lookup has taken in more meanwhile
      mirror.lastId = Buffer.from(bytes.subarray(bytes.length - LOGGED_ID_BYTES));
    }
  }
  return ids.size;
}
