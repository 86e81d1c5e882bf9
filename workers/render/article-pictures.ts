import type { Nodes } from 'mdast';
import type { RenderedParts } from './render-parts.ts';

/** A picture of the article that others can load. */
export interface Picture {
  readonly url: string;
  readonly alt: string | undefined;
}

/** The article's pictures that have an address of their own, in reading order. */
export function picturesOf({ article }: RenderedParts): readonly Picture[] {
  const found = new Map<string, Picture>();
  gather(article.body, found);
  return [...found.values()];
}

function gather(node: Nodes, found: Map<string, Picture>): void {
  if ((node.type === 'image' || node.type === 'figure') && /^https?:/iu.test(node.url ?? '')) {
    const { url = '', alt } = node;
    found.set(url, { url, alt: alt ?? undefined });
  }
  for (const child of 'children' in node ? node.children : []) {
    gather(child, found);
  }
}
