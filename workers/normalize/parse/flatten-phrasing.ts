import type { Nodes, PhrasingContent, Root } from 'mdast';
import { isParsedPhrasing } from '../../../shared/document/phrasing-to-coded-text.ts';
import { walkNodes } from './walk-nodes.ts';

const PHRASING_PARENTS: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'span',
]);
/** Nodes whose content is one run of text. */
const TEXT_PARENTS: ReadonlySet<string> = new Set([
  ...PHRASING_PARENTS,
  'heading',
  'paragraph',
  'tableCell',
  'figure',
]);

/**
 * Makes phrasing content of any content: blocks follow each other in one line, code blocks become
 * code. Nothing is lost.
 */
export function flattenPhrasing(nodes: readonly Nodes[]): PhrasingContent[] {
  const phrasing: PhrasingContent[] = [];
  for (const node of nodes) {
    if (isParsedPhrasing(node)) {
      phrasing.push(node);
    } else {
      const inner = contentOf(node);
      phrasing.push(...(phrasing.length > 0 && inner.length > 0 ? [SPACE] : []), ...inner);
    }
  }
  return phrasing;
}

const SPACE: PhrasingContent = { type: 'text', value: ' ' };

function contentOf(node: Nodes): PhrasingContent[] {
  if (node.type === 'code') {
    return [{ type: 'inlineCode', value: node.value }];
  }
  return 'children' in node ? flattenPhrasing(node.children) : [];
}

/** Flattens blocks that the conversion left where only phrasing content may be, in place. */
export function flattenTextParents(root: Root): void {
  walkNodes(root, (node) => {
    if ('children' in node && TEXT_PARENTS.has(node.type) && !node.children.every(isParsedPhrasing)) {
      const parent: { children: Nodes[] } = node;
      parent.children = flattenPhrasing(node.children);
    }
  });
}
