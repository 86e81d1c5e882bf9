import type { Element, ElementContent, Root } from 'hast';
import { stringProperty } from '../hast-properties.ts';
import { contentsOf, elementsOf, findElement, keepChildren, lineOf } from './elements.ts';

const LAZY = [
  'dataSrc',
  'dataOriginal',
  'dataLazySrc',
  'dataLazy',
  'dataUrl',
  'dataSrcMedium',
  'dataImg',
  'dataHiRes',
  'dataFullSrc',
] as const;
const LAZY_SETS = ['srcSet', 'dataSrcset', 'dataLazySrcset'] as const;
const PLACEHOLDER =
  /^(?:data:|about:|#|$)|(?:^|[/_-])(?:blank|spacer|placeholder|transparent|pixel|loading|lazy|1x1|grey|gray)[^/]*\.(?:gif|png|svg|jpe?g)/iu;
/** Counters and icons. */
const MIN_SIDE = 24;

/**
 * Gives each picture the address that a lazy loader would: from data attributes, a set of sources,
 * `picture` or `noscript`. Tracking pixels and copies go; `amp-img` becomes `img`.
 */
export function loadPictures(parent: Root | Element): void {
  const children = contentsOf(parent);
  keepChildren(parent, (child, index) => {
    if (child.type !== 'element') {
      return child.type !== 'comment';
    }
    if (child.tagName === 'amp-img' || child.tagName === 'image') {
      child.tagName = 'img';
      child.children = [];
    }
    if (child.tagName === 'noscript') {
      return keepNoscript(child, children[index - 1]);
    }
    if (child.tagName === 'img') {
      return loadPicture(child, parent);
    }
    loadPictures(child);
    return true;
  });
}

/** The picture of a `noscript` counts where the element before it shows none. */
function keepNoscript(element: Element, before: ElementContent | undefined): boolean {
  const image = findElement(element, ({ tagName }) => tagName === 'img');
  if (image === undefined || lineOf(element) !== '') {
    return false;
  }
  const lazy =
    before?.type === 'element' ? findElement(before, ({ tagName }) => tagName === 'img') : undefined;
  if (lazy !== undefined && addressOf(lazy) !== undefined) {
    return false;
  }
  if (!loadPicture(image, element)) {
    return false;
  }
  element.tagName = 'span';
  element.children = [image];
  return true;
}

function loadPicture(image: Element, parent: Root | Element): boolean {
  const sides = [image.properties['width'], image.properties['height']].map((side) =>
    Number.parseInt(String(side ?? ''), 10),
  );
  if (sides.some((side) => side < MIN_SIDE)) {
    return false;
  }
  const address = addressOf(image) ?? sourceOf(parent);
  if (address === undefined) {
    return false;
  }
  image.properties['src'] = address;
  return true;
}

function addressOf(image: Element): string | undefined {
  const src = stringProperty(image, 'src');
  if (src !== undefined && !PLACEHOLDER.test(src)) {
    return src;
  }
  const lazy = LAZY.map((name) => stringProperty(image, name)).find(
    (value) => value !== undefined && !PLACEHOLDER.test(value),
  );
  return (
    lazy ??
    LAZY_SETS.map((name) => largestOf(stringProperty(image, name))).find((value) => value !== undefined)
  );
}

function sourceOf(parent: Root | Element): string | undefined {
  return parent.type === 'element' && parent.tagName === 'picture'
    ? elementsOf(parent)
        .filter(({ tagName }) => tagName === 'source')
        .map((source) => largestOf(stringProperty(source, 'srcSet') ?? stringProperty(source, 'dataSrcset')))
        .find((value) => value !== undefined)
    : undefined;
}

/** The widest of "a.jpg 320w, b.jpg 640w". */
function largestOf(set: string | undefined): string | undefined {
  const candidates = (set ?? '')
    .split(/,\s+/u)
    .map((candidate) => candidate.trim().split(/\s+/u))
    .map(([url = '', size = '0']) => ({ url, size: Number.parseFloat(size) || 0 }))
    .filter(({ url }) => url !== '' && !PLACEHOLDER.test(url));
  return candidates.toSorted((a, b) => b.size - a.size)[0]?.url;
}
