import { translationState } from '../../shared/document/translation-state.ts';
import { articleElement } from './article-element.ts';
import { hastToText } from './hast-to-text.ts';
import type { RenderedParts } from './render-parts.ts';

/**
 * Writes the rendition as plain text, a paragraph a line, from the same tree as the page. Names and
 * runs of the other direction are isolated (FSI, PDI), balanced in each line. The last line counts
 * sentences by state, for programs.
 */
export function toText(parts: RenderedParts): string {
  const { kit, rendition } = parts;
  const text = hastToText(articleElement(parts), kit.direction);
  return `${text}\n\n-- \nTranslation-State: ${translationState(rendition)}\n`;
}
