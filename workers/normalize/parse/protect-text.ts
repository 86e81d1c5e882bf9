import type { Element, Nodes, Text } from 'hast';
import { isTranslatable } from './span-facts.ts';

/** Stands around text that is excluded from translation while a tree of HTML is converted. */
export const PROTECTED_ELEMENT = 'polywire-protected';

/**
 * Encloses every text below `translate="no"` (or the class `notranslate`), white space at its ends
 * left out, so that markup inside it keeps its meaning. Changes the tree in place.
 */
export function protectText(node: Nodes, isProtected = false): void {
  if (!('children' in node)) {
    return;
  }
  const isProtectedHere = node.type === 'element' ? !(isTranslatable(node) ?? !isProtected) : isProtected;
  const parent: { children: Nodes[] } = node;
  if (isProtectedHere) {
    parent.children = parent.children.flatMap((child): Nodes[] =>
      child.type === 'text' ? enclose(child) : [child],
    );
  }
  for (const child of parent.children) {
    if (child.type === 'element' && child.tagName !== PROTECTED_ELEMENT) {
      protectText(child, isProtectedHere);
    }
  }
}

function enclose(text: Text): (Text | Element)[] {
  const value = text.value.trim();
  if (value === '') {
    return [text];
  }
  const start = text.value.indexOf(value);
  const element: Element = {
    type: 'element',
    tagName: PROTECTED_ELEMENT,
    properties: {},
    children: [{ type: 'text', value }],
  };
  return [...textOf(text.value.slice(0, start)), element, ...textOf(text.value.slice(start + value.length))];
}

function textOf(value: string): Text[] {
  return value === '' ? [] : [{ type: 'text', value }];
}
