import type { Nodes } from 'hast';
import { stringProperty } from '../hast-properties.ts';
import { walk } from './elements.ts';

/** Makes the addresses of links and pictures absolute; a fragment of the page itself stays as it is. */
export function resolveAddresses(tree: Nodes, base: string | undefined): void {
  if (base === undefined) {
    return;
  }
  walk(tree, (element) => {
    const name = element.tagName === 'a' ? 'href' : element.tagName === 'img' ? 'src' : undefined;
    const address = name === undefined ? undefined : stringProperty(element, name);
    if (name !== undefined && address !== undefined && !address.startsWith('#')) {
      element.properties[name] = resolveAddress(address, base) ?? address;
    }
  });
}

/** An address against a base; undefined where the two make none. */
export function resolveAddress(address: string, base: string | undefined): string | undefined {
  try {
    return new URL(address, base).href;
  } catch {
    return undefined;
  }
}
