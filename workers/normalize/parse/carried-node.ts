import type { Emphasis, InlineCode, Nodes, Root } from 'mdast';
import type { ProtectedNode, SpanNode } from '../../../shared/document/span-node.ts';
import type { SpanFacts } from './span-facts.ts';
import { walkNodes } from './walk-nodes.ts';

declare module 'mdast' {
  interface Data {
    /** BCP 47: the language that the source states for this block. */
    locale?: string;
    /** Set on what stands for a span until the conversion from HTML has ended. */
    span?: SpanFacts;
    /** The same for text that is excluded from translation. */
    isProtected?: boolean;
  }
}

/**
 * A span in the form in which it goes through the conversion of HTML, which takes node types that it
 * does not know for blocks: an emphasis, of which `settleCarried` makes the span.
 */
export function carrySpan(span: SpanFacts, children: readonly Nodes[]): Emphasis {
  const emphasis: Emphasis = { type: 'emphasis', children: [], data: { span } };
  const parent: { children: Nodes[] } = emphasis; // blocks among them are sorted out by the conversion
  parent.children.push(...children);
  return emphasis;
}

/** Protected text in the form in which it goes through the conversion of HTML. */
export function carryProtected(value: string): InlineCode {
  return { type: 'inlineCode', value, data: { isProtected: true } };
}

/** Puts spans and protected text in place of what carried them. */
export function settleCarried(root: Root): void {
  walkNodes(root, (node, place) => {
    const settled = settle(node);
    if (settled !== undefined && place !== undefined) {
      place.siblings[place.index] = settled; // it has the same list of children, in which the walk goes on
    }
  });
}

function settle(node: Nodes): SpanNode | ProtectedNode | undefined {
  if (node.type === 'emphasis') {
    const span = node.data?.span;
    return span === undefined ? undefined : { type: 'span', ...span, children: node.children };
  }
  return node.type === 'inlineCode' && node.data?.isProtected === true
    ? { type: 'protected', value: node.value }
    : undefined;
}
