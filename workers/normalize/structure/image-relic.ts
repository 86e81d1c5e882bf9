import { type InlineCode, PLACEHOLDER } from '../../../shared/document/inline-code.ts';
import type { DraftBlock } from '../draft/draft.ts';

export type ImageCode = Extract<InlineCode, { readonly kind: 'image' }>;

/** The images of a block, in reading order. */
export function imagesOf(block: DraftBlock): ImageCode[] {
  return block.codes.filter((code) => code.kind === 'image');
}

/** Whether a block shows pictures and nothing else but table bars. */
export function isImageOnly(block: DraftBlock): boolean {
  const images = imagesOf(block);
  const placeholders = block.text.split(PLACEHOLDER).length - 1;
  return images.length > 0 && placeholders === images.length && /^[\s|\uFFFC]*$/u.test(block.text);
}

/** Whether a block still shows that it was a table cell or a picture: a bar at an end, an empty image. */
export function hasRelic(block: DraftBlock): boolean {
  return /^\s*\||\|\s*$/u.test(block.text) || imagesOf(block).some((image) => image.url === '');
}
