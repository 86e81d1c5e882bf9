import type { Document } from '../../shared/document/document.ts';
import { plainText } from './plain-text.ts';

/** The headline as it was written, without markup. */
export function sourceHeadline(document: Document): string | undefined {
  const block = document.blocks.find(({ kind }) => kind === 'headline');
  const sentences = document.segments.filter(({ blockId }) => blockId === block?.id);
  return sentences.length === 0
    ? document.meta.headline
    : sentences
        .map((segment) => segment.joinBefore + plainText(segment))
        .join('')
        .trim();
}
