import type { Nodes, Parents, Root } from 'mdast';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { isSafeUrl } from './safe-url.ts';

/**
 * Takes out links and images whose URL must not be published; a link's text stays. Each is a
 * diagnostic.
 */
export function sanitizeUrls(root: Root, diagnostics: Diagnostic[]): void {
  sanitizeBelow(root, diagnostics);
}

function sanitizeBelow(node: Parents, diagnostics: Diagnostic[]): void {
  const children: Nodes[] = node.children;
  for (let index = 0; index < children.length; ) {
    const child = children[index];
    if ((child?.type === 'link' || child?.type === 'image') && !isSafeUrl(child.url)) {
      diagnostics.push(unsafeUrl(child.url));
      children.splice(index, 1, ...(child.type === 'link' ? child.children : []));
      continue; // with what stands here now
    }
    if (child?.type === 'figure' && child.url !== undefined && !isSafeUrl(child.url)) {
      diagnostics.push(unsafeUrl(child.url));
      delete child.url;
    }
    if (child !== undefined && 'children' in child) {
      sanitizeBelow(child, diagnostics);
    }
    index += 1;
  }
}

function unsafeUrl(url: string): Diagnostic {
  return {
    code: 'unsafe-url',
    severity: 'warning',
    message: `The address "${url.slice(0, 60)}" was removed: only http, https, mailto, tel and relative addresses are published`,
  };
}
