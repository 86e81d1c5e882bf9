import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { isSafeUrl } from './safe-url.ts';

/**
 * Takes out links and images whose URL must not be published; a link's text stays. Each is a
 * diagnostic.
 */
export function sanitizeUrls(root: Root, diagnostics: Diagnostic[]): void {
  visit(root, (node, index, parent) => {
    if (node.type === 'figure' && node.url !== undefined && !isSafeUrl(node.url)) {
      diagnostics.push(unsafeUrl(node.url));
      delete node.url;
      return undefined;
    }
    if ((node.type !== 'link' && node.type !== 'image') || isSafeUrl(node.url)) {
      return undefined;
    }
    diagnostics.push(unsafeUrl(node.url));
    if (parent === undefined || index === undefined) {
      return undefined;
    }
    parent.children.splice(index, 1, ...(node.type === 'link' ? node.children : []));
    return index;
  });
}

function unsafeUrl(url: string): Diagnostic {
  return {
    code: 'unsafe-url',
    severity: 'warning',
    message: `The address "${url.slice(0, 60)}" was removed: only http, https, mailto, tel and relative addresses are published`,
  };
}
