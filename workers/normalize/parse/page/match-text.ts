import type { Element, Root } from 'hast';
import { elementsOf, lineOf } from './elements.ts';

/** Letters and digits of a text, lower case: what two copies of it have in common. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

const MIN_BODY = 300;
const MIN_BLOCK = 30;
const PROBE = 48;

/**
 * The smallest element that holds nearly all blocks whose text is part of `articleBody`; undefined
 * where the page shows less than most of that text, or the text is too short to tell.
 */
export function containerOfText(root: Root, articleBody: string): Element | undefined {
  const body = lettersOf(articleBody.replaceAll(/<[^>]*>/gu, ' '));
  if (body.length < MIN_BODY) {
    return undefined;
  }
  const matched = matchedLetters(root, body);
  const all = matched.get(root) ?? 0;
  if (all < 0.6 * body.length) {
    return undefined;
  }
  let holder: Root | Element = root;
  for (;;) {
    const next: Element | undefined = elementsOf(holder).find(
      (child) => (matched.get(child) ?? 0) >= 0.95 * all,
    );
    if (next === undefined) {
      return holder.type === 'element' ? holder : undefined;
    }
    holder = next;
  }
}

/** Letters of blocks that occur in `body`, summed up the tree. */
function matchedLetters(root: Root, body: string): Map<Root | Element, number> {
  const matched = new Map<Root | Element, number>();
  const read = (node: Root | Element): number => {
    const children = elementsOf(node);
    const isBlock = node.type === 'element' && BLOCKS.has(node.tagName);
    const sum = isBlock ? lettersIn(node, body) : children.reduce((total, child) => total + read(child), 0);
    matched.set(node, sum);
    return sum;
  };
  read(root);
  return matched;
}

const BLOCKS = new Set(['p', 'h2', 'h3', 'h4', 'li', 'td', 'pre']);

function lettersIn(block: Element, body: string): number {
  const letters = lettersOf(lineOf(block));
  return letters.length >= MIN_BLOCK && body.includes(letters.slice(0, PROBE)) ? letters.length : 0;
}
