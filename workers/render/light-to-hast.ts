import type { ElementContent, RootContent, Text } from 'hast';
import type { Text as MdastText, Nodes, Parents, Root } from 'mdast';
import { defaultHandlers, type Handlers, type Options, type State } from 'mdast-util-to-hast';

/** Tells whether the long way is needed, which numbers references and gathers notes. */
export function hasFootnotes(node: Nodes): boolean {
  return (
    node.type === 'footnoteReference' ||
    node.type === 'footnoteDefinition' ||
    ('children' in node && node.children.some((child) => hasFootnotes(child)))
  );
}

/**
 * Does for a tree without footnotes and definitions what `toHast` does, by the same handlers: what that
 * spends on looking for them, and on data and positions that our trees do not have, is half of its time.
 */
export function lightToHast(root: Root, options: Options): ElementContent[] {
  const handlers: Handlers = options.handlers ?? {};
  const state: State = {
    one: (node, parent) => (handlers[node.type] ?? usual[node.type])?.(state, node, parent),
    all: (node) => ('children' in node ? contentOf(node, state) : []),
    wrap: withLineEnds,
    patch: () => undefined,
    applyData: (_, made) => made,
    definitionById: new Map(),
    footnoteById: new Map(),
    footnoteCounts: new Map(),
    footnoteOrder: [],
    handlers: usual,
    options,
  };
  return withLineEnds(state.all(root));
}

const { root: _, ...inherited } = defaultHandlers;
const usual: Handlers = {
  ...inherited,
  text: (state: State, node: MdastText) =>
    /[\r\n]/u.test(node.value)
      ? defaultHandlers.text(state, node)
      : ({ type: 'text', value: node.value } as const),
};

function contentOf(parent: Parents, state: State): ElementContent[] {
  const content: ElementContent[] = [];
  let before: Nodes | undefined;
  for (const child of parent.children) {
    const made = state.one(child, parent);
    if (Array.isArray(made)) {
      content.push(...made);
    } else if (made !== undefined) {
      content.push(before?.type === 'break' ? withoutIndent(made) : made);
    }
    before = child;
  }
  return content;
}

/** Spaces at the beginning of a line are none of its text. */
function withoutIndent(node: ElementContent): ElementContent {
  const first = node.type === 'element' ? node.children[0] : node;
  if (first?.type === 'text') {
    first.value = first.value.replace(/^[\t ]+/u, '');
  }
  return node;
}

/** Puts nodes on lines of their own; `isLoose`: those around them too. */
function withLineEnds<Node extends RootContent>(nodes: readonly Node[], isLoose = false): (Node | Text)[] {
  const lines: (Node | Text)[] = isLoose ? [lineEnd()] : [];
  for (const [index, node] of nodes.entries()) {
    lines.push(...(index === 0 ? [] : [lineEnd()]), node);
  }
  return isLoose && nodes.length > 0 ? [...lines, lineEnd()] : lines;
}

function lineEnd(): Text {
  return { type: 'text', value: '\n' };
}
