import type { Element, ElementContent, Properties } from 'hast';

/** Makes an HTML element; strings become text nodes, undefined children and properties are left out. */
export function element(
  tagName: string,
  properties: Readonly<Record<string, Properties[string]>>,
  children: readonly (ElementContent | string | undefined)[] = [],
): Element {
  const content: ElementContent[] = [];
  for (const child of children) {
    if (typeof child === 'object') {
      content.push(child);
    } else if (child !== undefined && child !== '') {
      content.push({ type: 'text', value: child });
    }
  }
  return { type: 'element', tagName, properties: { ...properties }, children: content };
}
