import type { Definition, Parent, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Replaces reference links and images (`[text][id]`) by direct ones and takes the definitions out:
 * a translated sentence then carries its own links. The first definition of an id counts.
 */
export function resolveReferences(root: Root): void {
  const definitions = takeDefinitions(root);
  visit(root, (node, index, parent) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') {
      return;
    }
    const definition = definitions.get(node.identifier);
    if (definition === undefined || parent === undefined || index === undefined) {
      return;
    }
    const target = { url: definition.url, title: definition.title ?? null };
    const resolved: PhrasingContent =
      node.type === 'linkReference'
        ? { type: 'link', ...target, children: node.children }
        : { type: 'image', ...target, alt: node.alt ?? null };
    parent.children[index] = resolved;
  });
}

function takeDefinitions(root: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  const parents = new Set<Parent>();
  visit(root, 'definition', (node, _index, parent) => {
    if (!definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
    if (parent !== undefined) {
      parents.add(parent);
    }
  });
  for (const parent of parents) {
    parent.children = parent.children.filter((child) => child.type !== 'definition');
  }
  return definitions;
}
