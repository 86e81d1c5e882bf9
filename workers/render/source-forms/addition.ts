import type { Parent, PhrasingContent } from 'mdast';
import { directionOf, type Locale } from '../../../shared/document/locale.ts';

/** Words that the house style adds to a target; the target itself stays as it is. */
export interface Addition {
  /** Rule of the house style that asks for it. */
  readonly rule: 'source-form';
  readonly entityId: string;
  /** Where it is shown: behind this many code units of the target's text. */
  readonly at: number;
  /** What stands around the text, with its spaces. */
  readonly before: string;
  readonly text: string;
  readonly after: string;
  /** Language of the text. */
  readonly locale: Locale;
}

/** An addition in the tree: brackets in the locale's language around a text in the source's. */
export interface AdditionNode extends Parent {
  type: 'addition';
  children: PhrasingContent[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    addition: AdditionNode;
  }
  interface RootContentMap {
    addition: AdditionNode;
  }
}

/** A target's content with its additions, each outside the markup that ends before it. */
export function withAdditions(
  content: readonly PhrasingContent[],
  additions: readonly Addition[],
): PhrasingContent[] {
  return additions
    .toSorted((a, b) => b.at - a.at)
    .reduce<PhrasingContent[]>((nodes, added) => insert(nodes, added.at, nodeOf(added)), [...content]);
}

function nodeOf({ before, text, after, locale }: Addition): AdditionNode {
  const name: PhrasingContent = {
    type: 'span',
    tag: 'bdi',
    lang: locale,
    dir: directionOf(locale),
    children: [{ type: 'text', value: text }],
  };
  return {
    type: 'addition',
    children: [{ type: 'text', value: before }, name, { type: 'text', value: after }],
  };
}

function insert(nodes: readonly PhrasingContent[], at: number, added: AdditionNode): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  let position = 0;
  let isPlaced = false;
  for (const node of nodes) {
    const end = position + lengthOf(node);
    if (!isPlaced && at <= position) {
      result.push(added, node);
      isPlaced = true;
    } else if (!isPlaced && at < end) {
      result.push(...insertInto(node, at - position, added));
      isPlaced = true;
    } else {
      result.push(node);
    }
    position = end;
  }
  return isPlaced ? result : [...result, added];
}

function insertInto(node: PhrasingContent, at: number, added: AdditionNode): PhrasingContent[] {
  if (node.type === 'text') {
    return [
      { type: 'text', value: node.value.slice(0, at) },
      added,
      { type: 'text', value: node.value.slice(at) },
    ];
  }
  if (!('children' in node)) {
    return [node, added];
  }
  const parent: { children: PhrasingContent[] } = node;
  parent.children = insert(parent.children, at, added);
  return [node];
}

/** As in a target's text, where what stands alone is one character. */
function lengthOf(node: PhrasingContent): number {
  if (node.type === 'text') {
    return node.value.length;
  }
  return 'children' in node ? node.children.reduce((sum, child) => sum + lengthOf(child), 0) : 1;
}
