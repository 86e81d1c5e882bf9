import type { Element, ElementContent, Properties } from 'hast';

/** Blocks that hold text directly. A caption does not count: its credit is in the locale's language. */
const TEXT_BLOCKS: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const CELLS: ReadonlySet<string> = new Set(['li', 'th', 'td']);

/**
 * Moves the marks of source text from the sentences to their block where all of the block is in the
 * source language, and makes one run of neighbouring ones elsewhere. Items and cells of a page that
 * runs in the other `direction` keep the marks inside: their bullet or column would change sides.
 * Changes the nodes in place.
 */
export function liftSourceRuns(nodes: readonly ElementContent[], direction: 'ltr' | 'rtl'): void {
  for (const node of nodes) {
    if (node.type === 'element') {
      node.children = mergeRuns(node.children);
      liftSourceRuns(node.children, direction);
      liftInto(node, direction);
    }
  }
}

function liftInto(block: Element, direction: 'ltr' | 'rtl'): void {
  const [only] = block.children;
  if (block.children.length !== 1 || only === undefined || !isSourceRun(only)) {
    return;
  }
  const isCell = CELLS.has(block.tagName) && only.properties['dir'] === direction;
  if (isCell || TEXT_BLOCKS.has(block.tagName)) {
    block.properties = { ...block.properties, ...only.properties };
    block.children = only.children;
  }
}

function mergeRuns(children: readonly ElementContent[]): ElementContent[] {
  const merged: ElementContent[] = [];
  for (const child of children) {
    const space = merged.at(-1);
    const before = space !== undefined && isSpace(space) ? merged.at(-2) : space;
    if (
      isSourceRun(child) &&
      before !== undefined &&
      isSourceRun(before) &&
      sameMarks(before.properties, child.properties)
    ) {
      if (space !== undefined && space !== before) {
        merged.pop();
        before.children.push(space);
      }
      before.children.push(...child.children);
    } else {
      merged.push(child);
    }
  }
  return merged;
}

function isSourceRun(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'span' && node.properties['dataOrigin'] === 'source';
}

function isSpace(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function sameMarks(a: Properties, b: Properties): boolean {
  return a['lang'] === b['lang'] && a['dir'] === b['dir'];
}
