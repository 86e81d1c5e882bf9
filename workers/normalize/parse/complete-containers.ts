import type { ListItem, Nodes, TableCell, TableRow } from 'mdast';
import { isParsedPhrasing } from '../../../shared/document/phrasing-to-coded-text.ts';
import { walkNodes } from './walk-nodes.ts';

/**
 * Puts text that stands in a list without an item, or in a table without a row and a cell, into
 * them: a link that lies around such parts is split over them. What else stands there goes.
 */
export function completeContainers(root: Nodes): void {
  walkNodes(root, (node) => {
    const children: readonly Nodes[] = 'children' in node ? node.children : [];
    if (node.type === 'list') {
      node.children = children.flatMap((child) => itemOf(child));
    } else if (node.type === 'table') {
      node.children = children.flatMap((child) => rowOf(child));
    } else if (node.type === 'tableRow') {
      node.children = children.flatMap((child) => cellOf(child));
    }
  });
}

function itemOf(child: Nodes): ListItem[] {
  if (child.type === 'listItem') {
    return [child];
  }
  return isParsedPhrasing(child)
    ? [{ type: 'listItem', children: [{ type: 'paragraph', children: [child] }] }]
    : [];
}

function rowOf(child: Nodes): TableRow[] {
  if (child.type === 'tableRow') {
    return [child];
  }
  const cells = cellOf(child);
  return cells.length === 0 ? [] : [{ type: 'tableRow', children: cells }];
}

function cellOf(child: Nodes): TableCell[] {
  if (child.type === 'tableCell') {
    return [child];
  }
  return isParsedPhrasing(child) ? [{ type: 'tableCell', children: [child] }] : [];
}
