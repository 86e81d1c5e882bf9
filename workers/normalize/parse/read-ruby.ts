import type { Element } from 'hast';
import type { State } from 'hast-util-to-mdast';
import type { Nodes } from 'mdast';
import { carrySpan } from './carried-node.ts';

/**
 * Reads a ruby annotation. A reading without parentheses of its own gets them: where ruby cannot be
 * shown, base and reading would run together.
 */
export function readRuby(state: State, element: Element): Nodes {
  const children: Nodes[] = state.all(element);
  const hasParentheses = element.children.some((child) => child.type === 'element' && child.tagName === 'rp');
  return carrySpan(
    { tag: 'ruby' },
    hasParentheses ? children : children.flatMap((child) => (isReading(child) ? enclosed(child) : [child])),
  );
}

function isReading(node: Nodes): boolean {
  return node.type === 'emphasis' && node.data?.span?.tag === 'rt';
}

function enclosed(reading: Nodes): Nodes[] {
  return [parenthesis('('), reading, parenthesis(')')];
}

function parenthesis(value: string): Nodes {
  return carrySpan({ tag: 'rp' }, [{ type: 'text', value }]);
}
