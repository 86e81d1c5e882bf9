/**
 * How frequent elements are in a memory, in classes: 4 * log2 of the number of sources that have the
 * element. It only decides in which order elements are taken, so a rough table makes searches
 * slower, never wrong; but index and query must use the same one.
 */
export interface FrequencyTable {
  /** 0 for elements that few sources have, else 20 and more. */
  classOf(element: number): number;
  /** Elements of this class or above are frequent: they are filed in pairs. */
  readonly frequentClass: number;
}

/** Elements that fewer sources have stand in no table. */
const LEAST_COUNTED = 32;
const RECORD_BYTES = 5;

/** The table of a memory of which nothing is known: no element is frequent. */
export const EMPTY_TABLE: FrequencyTable = { classOf: () => 0, frequentClass: 255 };

/**
 * Packs counts that were taken over `sampled` of `sources` sources: five bytes per element, its hash
 * and its class.
 */
export function packFrequencies(
  counts: ReadonlyMap<number, number>,
  { sampled, sources }: { readonly sampled: number; readonly sources: number },
): Uint8Array {
  const scale = sources / Math.max(1, sampled);
  const kept = Array.from(counts).filter(([, count]) => count > 1 && count * scale >= LEAST_COUNTED);
  const bytes = new Uint8Array(kept.length * RECORD_BYTES);
  const view = new DataView(bytes.buffer);
  for (const [at, [element, count]] of kept.entries()) {
    view.setUint32(at * RECORD_BYTES, element);
    view.setUint8(at * RECORD_BYTES + 4, classOfCount(count * scale));
  }
  return bytes;
}

/** Reads a packed table. Elements are frequent from the square root of `sources` on. */
export function readFrequencies(bytes: Uint8Array, sources: number): FrequencyTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records = Math.floor(bytes.byteLength / RECORD_BYTES);
  const mask = 2 ** Math.ceil(Math.log2(2 * records + 2)) - 1;
  const elements = new Uint32Array(mask + 1);
  const classes = new Uint8Array(mask + 1);
  for (let record = 0; record < records; record += 1) {
    const element = view.getUint32(record * RECORD_BYTES);
    let slot = element & mask;
    while (classes[slot] !== 0) {
      slot = (slot + 1) & mask;
    }
    elements[slot] = element;
    classes[slot] = view.getUint8(record * RECORD_BYTES + 4);
  }
  return {
    frequentClass: classOfCount(Math.max(LEAST_COUNTED, Math.sqrt(sources))),
    classOf(element) {
      for (let slot = element & mask; ; slot = (slot + 1) & mask) {
        const found = classes[slot] ?? 0;
        if (found === 0 || elements[slot] === element) {
          return found;
        }
      }
    },
  };
}

function classOfCount(count: number): number {
  return Math.min(254, Math.floor(4 * Math.log2(count)));
}
