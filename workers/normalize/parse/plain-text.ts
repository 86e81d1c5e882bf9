import type { Nodes } from 'mdast';

/** The text of mdast nodes without markup; line breaks are spaces, images their alternative text. */
export function plainText(nodes: readonly Nodes[]): string {
  return nodes.map((node) => textOf(node)).join('');
}

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
    return node.value;
  }
  if (node.type === 'image' || node.type === 'imageReference') {
    return node.alt ?? '';
  }
  if (node.type === 'break') {
    return ' ';
  }
  return 'children' in node ? plainText(node.children) : '';
}
