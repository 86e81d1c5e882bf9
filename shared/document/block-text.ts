import type { Document } from './document.ts';

/**
 * The text of a block as it stands after the repairs: its segments, each preceded by its
 * `joinBefore`. Standalone codes are U+FFFC. Empty for a block that a repair removed.
 */
export function blockText(document: Document, blockId: string): string {
  return document.segments
    .filter((segment) => segment.blockId === blockId)
    .map((segment) => segment.joinBefore + segment.text)
    .join('');
}
