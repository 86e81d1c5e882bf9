import type { Nodes } from 'mdast';

/**
 * Makes one mark of neighbouring sentences that were left out, in place: in a block, and over
 * paragraphs of which nothing is left. Headings and captions of which nothing is left go; the
 * article's headline too.
 */
export function gatherOmissions(node: Nodes): void {
  if (!('children' in node)) {
    return;
  }
  const parent: { children: Nodes[] } = node;
  for (const child of parent.children) {
    gatherOmissions(child);
  }
  parent.children = withoutRepeats(
    parent.children.filter((child) => !(child.type === 'heading' && isLeftOut(child))),
  );
  if (node.type === 'figure' && isLeftOut(node)) {
    node.children = [];
  }
}

function withoutRepeats(children: readonly Nodes[]): Nodes[] {
  const kept: Nodes[] = [];
  for (const child of children) {
    const before = kept.at(-1);
    const beforeSpace = isSpace(before) ? kept.at(-2) : before;
    if (isOmission(child) && isOmission(beforeSpace)) {
      kept.length -= before === beforeSpace ? 0 : 1; // the space between the two
    } else {
      kept.push(child);
    }
  }
  return kept;
}

function isOmission(node: Nodes | undefined): boolean {
  return node?.type === 'omission' || (node?.type === 'paragraph' && isLeftOut(node));
}

function isLeftOut(node: Nodes): boolean {
  return (
    'children' in node &&
    node.children.some((child) => child.type === 'omission') &&
    node.children.every((child) => child.type === 'omission' || isSpace(child))
  );
}

function isSpace(node: Nodes | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === '';
}
