import type { Definition, Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { walkNodes } from './walk-nodes.ts';

/**
 * Replaces reference links and images (`[text][id]`) by direct ones and takes the definitions out:
 * a translated sentence then carries its own links. The first definition of an id counts.
 */
export function resolveReferences(root: Root): void {
  const definitions = takeDefinitions(root);
  walkNodes(root, (node, place) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') {
      return;
    }
    const definition = definitions.get(node.identifier);
    if (definition === undefined || place === undefined) {
      return;
    }
    const target = { url: definition.url, title: definition.title ?? null };
    const resolved: PhrasingContent =
      node.type === 'linkReference'
        ? { type: 'link', ...target, children: node.children }
        : { type: 'image', ...target, alt: node.alt ?? null };
    place.siblings[place.index] = resolved;
  });
}

function takeDefinitions(root: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  const take = (node: Parents): void => {
    const parent: { children: Nodes[] } = node;
    for (const child of parent.children) {
      if (child.type === 'definition' && !definitions.has(child.identifier)) {
        definitions.set(child.identifier, child);
      } else if ('children' in child) {
        take(child);
      }
    }
    if (parent.children.some((child) => child.type === 'definition')) {
      parent.children = parent.children.filter((child) => child.type !== 'definition');
    }
  };
  take(root);
  return definitions;
}
