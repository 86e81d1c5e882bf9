import type { Html, Image, Link, Nodes, PhrasingContent, Root } from 'mdast';
import { stripBidiControls } from './bidi.ts';
import { isSafeUrl, plainUrl } from './safe-url.ts';

/**
 * Makes a rebuilt tree safe for every serializer, in place: the tree is the caller's own.
 *
 * Links whose URL must not be followed keep their words, pictures give way to their alternative
 * text. Raw HTML, which a document never has, is removed. Footnote labels become words, and texts
 * lose the characters that turn the direction of what follows them.
 */
export function cleanMdast(root: Root): void {
  clean(root);
}

function clean(node: Nodes): void {
  if (node.type === 'text') {
    node.value = stripBidiControls(node.value);
  }
  if (node.type === 'inlineCode') {
    node.value = stripBidiControls(node.value).replaceAll(/[\r\n]+/gu, ' ');
  }
  if (node.type === 'protected' || node.type === 'code') {
    node.value = stripBidiControls(node.value);
  }
  if (node.type === 'span' && node.title !== undefined) {
    node.title = stripBidiControls(node.title);
  }
  if (node.type === 'figure') {
    cleanFigure(node);
  }
  if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
    node.identifier = plainIdentifier(node.identifier);
    node.label = node.identifier;
  }
  if (!('children' in node)) {
    return;
  }
  const parent: { children: Nodes[] } = node;
  const children: Nodes[] = [];
  for (const child of parent.children) {
    if (child.type === 'html' || child.type === 'image' || child.type === 'link') {
      children.push(...cleanChild(child));
    } else {
      clean(child);
      children.push(child);
    }
  }
  parent.children = children;
}

function cleanChild(child: Html | Image | Link): Nodes[] {
  if (child.type === 'html') {
    return [];
  }
  if (child.type === 'image') {
    if (!isSafeUrl(child.url, 'image')) {
      return textNodes(child.alt ?? '');
    }
    return [
      {
        ...child,
        url: plainUrl(child.url),
        alt: stripBidiControls(child.alt ?? ''),
        title: cleanTitle(child.title),
      },
    ];
  }
  clean(child);
  return isSafeUrl(child.url, 'link')
    ? [{ ...child, url: plainUrl(child.url), title: cleanTitle(child.title) }]
    : child.children;
}

function cleanFigure(figure: Extract<Nodes, { type: 'figure' }>): void {
  const { url } = figure;
  delete figure.url;
  if (url !== undefined && isSafeUrl(url, 'image')) {
    figure.url = plainUrl(url);
  }
  if (figure.alt !== undefined) {
    figure.alt = stripBidiControls(figure.alt);
  }
}

/** Markdown writes footnote labels as they are: only letters, digits, `-` and `_` are harmless there. */
function plainIdentifier(identifier: string): string {
  return identifier.replaceAll(
    /[^\p{L}\p{M}\p{N}_-]/gu,
    (char) => `-${(char.codePointAt(0) ?? 0).toString(16)}-`,
  );
}

function cleanTitle(title: string | null | undefined): string | null {
  return title === null || title === undefined || title === '' ? null : stripBidiControls(title);
}

function textNodes(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value: stripBidiControls(value) }];
}
