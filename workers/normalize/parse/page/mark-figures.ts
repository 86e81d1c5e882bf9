import type { Element, Root } from 'hast';
import { elementsOf, findElement, findElements, isInline, lineOf, namesOf } from './elements.ts';

const CAPTION_NAMES =
  /(?<=^|[\s-])(?:caption|captions|(?<!drop-)cap|wp-caption-text|image-caption|img-caption|photo-caption|media-caption|legend|legende|bildunterschrift|bildtext|pie-de-foto|pie-foto|didascalia|legenda|figcaption|cutline|thumbcaption|gallerytext|pcaption)(?=$|[\s-])/u;
const CREDIT_NAMES =
  /(?<=^|[\s-])(?:credit|credits|cred|photo-credit|image-credit|photocredit|copyright|photographer|bildquelle|bildnachweis|fotograf|credito|fuente-imagen|image-source|attribution)(?=$|[\s-])/u;
const MAX_CAPTION = 600;

/**
 * Marks up as `figure` what pages show as a picture with a caption below it in elements of any kind,
 * so that caption and credit stay with their picture. A credit in an element of its own becomes the
 * figure's `dataCredit`.
 */
export function markFigures(content: Root | Element): void {
  const explained = new Set(
    findElements(content, ({ tagName }) => tagName === 'figure').flatMap((figure) =>
      findElements(figure, () => true),
    ),
  );
  for (const holder of findElements(content, (element) => isPictureWithText(element))) {
    if (!explained.has(holder)) {
      encloseText(holder);
    }
  }
  for (const holder of findElements(content, (element) => isPictureBox(element))) {
    const image = findElement(holder, ({ tagName }) => tagName === 'img');
    const caption = findElement(holder, (element) => element !== holder && isCaption(element));
    if (image === undefined || caption === undefined) {
      continue;
    }
    const credit = takeCredit(holder);
    holder.tagName = 'figure';
    holder.properties = credit === undefined ? {} : { dataCredit: credit };
    holder.children = [
      image,
      { type: 'element', tagName: 'figcaption', properties: {}, children: caption.children },
    ];
  }
}

/** Whether an element is a box that shows one picture, a caption and nothing else. */
export function isPictureBox(element: Element): boolean {
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

/** A box of one picture and a line of text after it, both without any element that says what they are. */
function isPictureWithText(element: Element): boolean {
  const shown = element.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [first, ...rest] = shown;
  if (element.tagName !== 'div' || first?.type !== 'element' || rest.length === 0) {
    return false;
  }
  const isLine = rest.every(
    (child) => child.type === 'text' || (child.type === 'element' && isInline(child)),
  );
  if (!isLine || !holdsOnce(element) || !holdsOnce(first) || lineOf(first) !== '') {
    return false;
  }
  const text = lineOf(element).length;
  return text > 0 && text <= MAX_LOOSE_CAPTION;
}

function encloseText(holder: Element): void {
  const at = holder.children.findIndex((child) => child.type === 'element');
  const children = holder.children.slice(at + 1);
  const caption: Element = { type: 'element', tagName: 'figcaption', properties: {}, children };
  holder.children = [...holder.children.slice(0, at + 1), caption];
}

const MAX_LOOSE_CAPTION = 300;

const BOXES = new Set(['div', 'figure', 'p', 'dl', 'section', 'center', 'li']);

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

/** The name that an element for the credit holds, without its label; the element goes. */
function takeCredit(holder: Element): string | undefined {
  const credit = findElement(
    holder,
    (element) => element !== holder && isCredit(element) && !isCaption(element),
  );
  const name =
    credit === undefined
      ? ''
      : lineOf(credit)
          .replace(LABEL, '')
          .replace(/[\s)\].]+$/u, '');
  if (credit === undefined || name.length < 2 || name.length > MAX_CREDIT || /[.!?]\s/u.test(name)) {
    return undefined;
  }
  credit.children = [];
  return name;
}

const MAX_CREDIT = 80;
const LABEL =
  /^[\s([|–—-]*(?:©|\(c\)|(?:photo(?:graph)?s?|pictures?|images?|credits?|courtesy|fotos?|fotograf[ií]as?|imagen|crédits?(?: photos?)?|bild(?:quelle)?|source|quelle|fonte|fuente|фото)\b(?:\s+(?:credit|courtesy))?(?:\s+(?:by|of))?)\s*[:：©]?\s*/iu;
