import type { Nodes, PhrasingContent, Root } from 'mdast';
import { stripBidiControls } from './bidi.ts';
import { isSafeUrl } from './safe-url.ts';

/**
 * Makes a rebuilt tree safe for every serializer, in place: the tree is the caller's own.
 *
 * Links whose URL must not be followed keep their words, pictures give way to their alternative
 * text. Raw HTML, which a document never has, is removed. Texts lose the characters that turn the
 * direction of what follows them.
 */
export function cleanMdast(root: Root): void {
  clean(root);
}

function clean(node: Nodes): void {
  if (node.type === 'text') {
    node.value = stripBidiControls(node.value);
  }
  if (node.type === 'figure') {
    cleanFigure(node);
  }
  if (!('children' in node)) {
    return;
  }
  const parent: { children: Nodes[] } = node;
  parent.children = parent.children.flatMap((child) => cleanChild(child));
}

function cleanChild(child: Nodes): Nodes[] {
  if (child.type === 'html') {
    return [];
  }
  if (child.type === 'image') {
    if (!isSafeUrl(child.url, 'image')) {
      return textNodes(child.alt ?? '');
    }
    return [{ ...child, alt: stripBidiControls(child.alt ?? ''), title: cleanTitle(child.title) }];
  }
  clean(child);
  if (child.type === 'link') {
    return isSafeUrl(child.url, 'link') ? [{ ...child, title: cleanTitle(child.title) }] : child.children;
  }
  return [child];
}

function cleanFigure(figure: Extract<Nodes, { type: 'figure' }>): void {
  if (figure.url !== undefined && !isSafeUrl(figure.url, 'image')) {
    delete figure.url;
  }
  if (figure.alt !== undefined) {
    figure.alt = stripBidiControls(figure.alt);
  }
}

function cleanTitle(title: string | null | undefined): string | null {
  return title === null || title === undefined ? null : stripBidiControls(title);
}

function textNodes(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value: stripBidiControls(value) }];
}
