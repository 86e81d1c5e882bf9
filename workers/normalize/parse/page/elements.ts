import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';

/** Elements that stand inside a line of text; every other one starts a block of its own. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

const HEADING = /^h[1-6]$/u;

/** Whether an element stands inside a line of text. */
export function isInline(element: Element): boolean {
  return INLINE.has(element.tagName);
}

/** Whether an element is one of h1 to h6. */
export function isHeading(node: Nodes): boolean {
  return node.type === 'element' && HEADING.test(node.tagName);
}

/** The element children of a node, in order. */
export function elementsOf(node: Root | Element): Element[] {
  const children: readonly RootContent[] = node.children;
  return children.filter((child) => child.type === 'element');
}

/** The first element in document order that fits, the node itself included. */
export function findElement(node: Nodes, fits: (element: Element) => boolean): Element | undefined {
  if (node.type === 'element' && fits(node)) {
    return node;
  }
  if (!('children' in node)) {
    return undefined;
  }
  for (const child of node.children) {
    const found = child.type === 'element' ? findElement(child, fits) : undefined;
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

/** Every element in document order that fits, also inside others that do. */
export function findElements(node: Nodes, fits: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  walk(node, (element) => {
    if (fits(element)) {
      found.push(element);
    }
  });
  return found;
}

/** Calls `visit` for every element in document order. */
export function walk(node: Nodes, visit: (element: Element) => void): void {
  if (node.type === 'element') {
    visit(node);
  }
  if ('children' in node) {
    for (const child of node.children) {
      if (child.type === 'element') {
        walk(child, visit);
      }
    }
  }
}

/** The text of a node in one line, blocks apart; pictures and `noscript` say nothing. */
export function lineOf(node: Nodes, lineBreak = ' '): string {
  const parts: string[] = [];
  collectText(node, parts, lineBreak);
  return parts
    .join('')
    .replaceAll(/\s{2,}|(?! )\s/gu, ' ')
    .trim();
}

function collectText(node: Nodes, parts: string[], lineBreak: string): void {
  if (node.type === 'text') {
    parts.push(node.value);
    return;
  }
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'noscript')) {
    return;
  }
  if (node.type === 'element' && node.tagName === 'br') {
    parts.push(lineBreak);
    return;
  }
  const apart = node.type === 'element' && !isInline(node);
  if (apart) {
    parts.push(' ');
  }
  for (const child of node.children) {
    collectText(child, parts, lineBreak);
  }
  if (apart) {
    parts.push(' ');
  }
}

const namesByElement = new WeakMap<Element, string>();

/**
 * Class names, id, test id and component of an element as words: lower case, each name's parts joined by hyphens
 * ("commentList", "comment_list" -> "comment-list"), names apart by spaces.
 */
export function namesOf(element: Element): string {
  const known = namesByElement.get(element);
  if (known !== undefined) {
    return known;
  }
  const { className, id, dataTestid, dataComponent } = element.properties;
  const own = Array.isArray(className) ? [...className] : [];
  const names = [...own, id, dataTestid, dataComponent]
    .filter((name) => typeof name === 'string' && name !== '')
    .join(' ');
  const words = wordsOfNames(names);
  namesByElement.set(element, words);
  return words;
}

function wordsOfNames(names: string): string {
  const parted = /[A-Z]/u.test(names) ? names.replaceAll(/([a-z])([A-Z])/gu, '$1-$2') : names;
  const lower = parted.toLowerCase();
  return lower.includes('_') || lower.includes('--') ? lower.replaceAll(/[-_]+/gu, '-') : lower;
}

/** The children of a node but for a doctype. */
export function contentsOf(node: Root | Element): ElementContent[] {
  const children: readonly RootContent[] = node.children;
  return children.filter((child) => child.type !== 'doctype');
}

/** Keeps the children that fit. */
export function keepChildren(
  parent: Root | Element,
  fits: (child: ElementContent, index: number) => boolean,
): void {
  parent.children = contentsOf(parent).filter((child, index) => fits(child, index));
}
