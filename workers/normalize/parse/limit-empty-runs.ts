import type { ElementContent, Nodes, RootContent } from 'hast';

/** Neighbours that show nothing, above which all but one are dropped; no article has as many. */
const MAX_RUN = 50;

/** Elements that mean something without any text in them. */
const SHOWN_EMPTY = new Set(
  'audio br button canvas embed figure hr iframe img input math meter object picture progress select svg table td textarea th tr video'.split(
    ' ',
  ),
);

/**
 * Drops long runs of neighbours that show nothing, such as thousands of empty elements or comments:
 * the conversion looks ahead over all of them from each one. White space among them stays one space.
 */
export function limitEmptyRuns(tree: Nodes): void {
  if ('children' in tree) {
    dropRuns(tree);
  }
}

/** Whether nothing in `parent` is shown. */
function dropRuns(parent: { children: (RootContent | ElementContent)[] }): boolean {
  const kept: (RootContent | ElementContent)[] = [];
  let run: (RootContent | ElementContent)[] = [];
  let isEmpty = true;
  for (const child of parent.children) {
    if (showsNothing(child)) {
      run.push(child);
      continue;
    }
    isEmpty = false;
    kept.push(...shortened(run), child);
    run = [];
  }
  if (run.length > MAX_RUN || kept.length + run.length < parent.children.length) {
    parent.children = [...kept, ...shortened(run)];
  }
  return isEmpty;
}

function showsNothing(node: RootContent | ElementContent): boolean {
  if (node.type === 'text') {
    return node.value.trim() === '';
  }
  return node.type === 'element' ? dropRuns(node) && !SHOWN_EMPTY.has(node.tagName) : node.type === 'comment';
}

function shortened(
  run: readonly (RootContent | ElementContent)[],
): readonly (RootContent | ElementContent)[] {
  if (run.length <= MAX_RUN) {
    return run;
  }
  return run.some(({ type }) => type === 'text') ? [{ type: 'text', value: ' ' }] : [];
}
