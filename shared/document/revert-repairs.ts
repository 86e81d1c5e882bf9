import type { Document } from './document.ts';
import type { Repair } from './overlay.ts';

/** A block as it was submitted. */
export interface SubmittedBlock {
  readonly blockId: string;
  readonly text: string;
}

/**
 * Takes the repairs of one block back: its text as it was submitted, with standalone codes as
 * U+FFFC. `repairs` are those of that block, in the order of the document's overlay: from left to
 * right, without overlaps.
 */
export function revertText(text: string, repairs: readonly Repair[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const repair of repairs) {
    parts.push(text.slice(position, repair.span.start), repair.before);
    position = repair.span.end;
  }
  parts.push(text.slice(position));
  return parts.join('');
}

/**
 * Gives back the text of every block as it was submitted, removed blocks included, in the order of
 * the source. A block that a repair split (`b3`, `b3.2`) is one block (`b3`) again.
 */
export function revertRepairs(document: Document): SubmittedBlock[] {
  const texts = new Map<string, string>(document.blocks.map((block) => [block.id, '']));
  for (const segment of document.segments) {
    texts.set(segment.blockId, (texts.get(segment.blockId) ?? '') + segment.joinBefore + segment.text);
  }
  const repairs = new Map<string, Repair[]>();
  for (const repair of document.overlays.repairs) {
    const known = repairs.get(repair.blockId);
    if (known === undefined) {
      repairs.set(repair.blockId, [repair]);
    } else {
      known.push(repair);
    }
  }
  const submitted = new Map<string, string>();
  for (const id of [...new Set([...texts.keys(), ...repairs.keys()])].toSorted(bySourceOrder)) {
    const stem = id.split('.')[0] ?? id;
    const text = revertText(texts.get(id) ?? '', repairs.get(id) ?? []);
    submitted.set(stem, (submitted.get(stem) ?? '') + text);
  }
  return [...submitted].map(([blockId, text]) => ({ blockId, text }));
}

const collator = new Intl.Collator('en', { numeric: true });

function bySourceOrder(a: string, b: string): number {
  return collator.compare(a, b);
}
