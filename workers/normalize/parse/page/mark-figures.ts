import type { Element, ElementContent, Root } from 'hast';
import { elementsOf, findElement, findElements, lineOf, namesOf } from './elements.ts';

const CAPTION_NAMES =
  /(?<=^|[\s-])(?:caption|captions|wp-caption-text|image-caption|img-caption|photo-caption|media-caption|legend|legende|bildunterschrift|bildtext|pie-de-foto|pie-foto|didascalia|legenda|figcaption|cutline|thumbcaption|gallerytext|pcaption)(?=$|[\s-])/u;
const CREDIT_NAMES =
  /(?<=^|[\s-])(?:credit|credits|photo-credit|image-credit|photocredit|copyright|photographer|bildquelle|bildnachweis|fotograf|credito|fuente-imagen|image-source|attribution)(?=$|[\s-])/u;
const MAX_CAPTION = 600;

/**
 * Marks up as `figure` what pages show as a picture with a caption below it in elements of any kind,
 * so that caption and credit stay with their picture.
 */
export function markFigures(content: Root | Element): void {
  for (const holder of findElements(content, (element) => isPictureBox(element))) {
    const image = findElement(holder, ({ tagName }) => tagName === 'img');
    const caption = findElement(holder, (element) => element !== holder && isCaption(element));
    if (image === undefined || caption === undefined) {
      continue;
    }
    holder.tagName = 'figure';
    holder.children = [
      image,
      { type: 'element', tagName: 'figcaption', properties: {}, children: captionOf(holder, caption) },
    ];
  }
}

/** A box that shows one picture, a caption and nothing else. */
function isPictureBox(element: Element): boolean {
  if (!BOXES.has(element.tagName) || !holdsOnce(element)) {
    return false;
  }
  const captions = findElements(
    element,
    (inner) => inner !== element && (isCaption(inner) || isCredit(inner)),
  );
  const text = lineOf(element).length;
  const explained = captions
    .filter((caption) => !captions.some((outer) => outer !== caption && contains(outer, caption)))
    .reduce((sum, caption) => sum + lineOf(caption).length, 0);
  return captions.length > 0 && text > 0 && text <= MAX_CAPTION && explained >= 0.85 * text;
}

const BOXES = new Set(['div', 'figure', 'p', 'span', 'dl', 'section', 'a', 'center', 'li']);

function holdsOnce(element: Element): boolean {
  return findElements(element, ({ tagName }) => tagName === 'img').length === 1;
}

function isCaption(element: Element): boolean {
  return element.tagName === 'figcaption' || CAPTION_NAMES.test(namesOf(element));
}

function isCredit(element: Element): boolean {
  return CREDIT_NAMES.test(namesOf(element));
}

function contains(outer: Element, inner: Element): boolean {
  return elementsOf(outer).some((child) => child === inner || contains(child, inner));
}

/** The caption, and a credit that stands beside it. */
function captionOf(holder: Element, caption: Element): ElementContent[] {
  const credit = findElement(holder, (element) => element !== caption && isCredit(element));
  const beside = credit !== undefined && !contains(caption, credit) && !contains(credit, caption);
  return beside ? [...caption.children, { type: 'text', value: ' ' }, ...credit.children] : caption.children;
}
