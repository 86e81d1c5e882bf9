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

export interface Bar {
  readonly start: number;
  readonly end: number;
}

/** Table bars at the start and end of a text, with the white space around them. */
export function barsOf(text: string): Bar[] {
  if (!text.includes('|')) {
    return [];
  }
  const lead = /^[\s|]*/u.exec(text)?.[0] ?? '';
  const trail = /(?<![\s|])[\s|]+$/u.exec(text)?.[0] ?? '';
  const bars: Bar[] = [];
  if (lead.includes('|')) {
    bars.push({ start: 0, end: lead.length });
  }
  if (trail.includes('|')) {
    bars.push({ start: text.length - trail.length, end: text.length });
  }
  return bars;
}

/** A text without the bars at its ends. */
export function withoutBars(text: string): string {
  const trail = /(?<![\s|])[\s|]+$/u.exec(text)?.[0] ?? '';
  return text.slice(0, text.length - trail.length).replace(/^[\s|]+/u, '');
}

/** Whether a block still shows that it was a table cell or a picture: a bar at an end, an empty image. */
export function hasRelic(block: DraftBlock): boolean {
  return barsOf(block.text).length > 0 || imagesOf(block).some((image) => image.url === '');
}
