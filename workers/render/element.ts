import type { Element, ElementContent, Properties } from 'hast';

/** Makes an HTML element; strings become text nodes, undefined children and properties are left out. */
export function element(
  tagName: string,
  properties: Readonly<Record<string, Properties[string]>>,
  children: readonly (ElementContent | string | undefined)[] = [],
): Element {
  return {
    type: 'element',
    tagName,
    properties: { ...properties },
    children: children.flatMap((child): ElementContent[] => {
      if (child === undefined || child === '') {
        return [];
      }
      return [typeof child === 'string' ? { type: 'text', value: child } : child];
    }),
  };
}
