import type { Element, Nodes } from 'hast';

/** The value of an attribute as text; undefined where it is absent or empty. */
export function stringProperty(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || typeof value === 'boolean') {
    return undefined;
  }
  const text = (Array.isArray(value) ? value.join(' ') : String(value)).trim();
  return text === '' ? undefined : text;
}

/** The text inside a node, as it stands in the source. */
export function textContent(node: Nodes): string {
  if (node.type === 'text') {
    return node.value;
  }
  return 'children' in node ? node.children.map((child) => textContent(child)).join('') : '';
}
