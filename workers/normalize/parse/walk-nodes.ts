import type { Nodes } from 'mdast';

/** A node with its place, where it has one. */
interface Place {
  readonly siblings: Nodes[];
  readonly index: number;
}

/**
 * Calls `visit` for a node and for everything below it, in document order. A visit may change the
 * children of its node before they are gone into, and put another node in its own place.
 */
export function walkNodes(node: Nodes, visit: (node: Nodes, place?: Place) => void, place?: Place): void {
  visit(node, place);
  if ('children' in node) {
    const siblings: Nodes[] = node.children;
    for (let index = 0; index < siblings.length; index += 1) {
      const child = siblings[index];
      if (child !== undefined) {
        walkNodes(child, visit, { siblings, index });
      }
    }
  }
}
