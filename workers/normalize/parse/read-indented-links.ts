import type { Code, Parent, Root, RootContent } from 'mdast';
import { walkNodes } from './walk-nodes.ts';

const ITEM = /^\s*(?:[*+-]|\d{1,9}[.)])\s/u;
const FIRST = /^\s*(?:(?:[*+-]|\d{1,9}[.)])\s+)?!?\[/u;
/** Deeper nesting on one line is no list that a converter wrote. */
const STACKED = /^\s*(?:(?:[*+->]|\d{1,9}[.)])\s+){3}/u;
const MIN_SHARE = 0.5;
const MAX_LENGTH = 200_000;

/**
 * Converters indent nested lists and pictures so deep that they read as code once a paragraph or an
 * empty item stands before them. An indented (never a fenced) code block of which most lines are
 * list items with links, or pictures, is read as Markdown after all.
 */
export function readIndentedLinks(root: Root, source: string, parse: (markdown: string) => Root): void {
  walkNodes(root, (node) => {
    if (!('children' in node) || !node.children.some((child) => isIndentedLinks(child, source))) {
      return;
    }
    const children = node.children.flatMap((child): RootContent[] =>
      isIndentedLinks(child, source) ? parse(dedent(child.value)).children : [child],
    );
    replaceChildren(node, children);
  });
}

function isIndentedLinks(node: RootContent, source: string): node is Code {
  if (node.type !== 'code' || (node.lang ?? '') !== '' || node.value.length > MAX_LENGTH) {
    return false;
  }
  const start = node.position?.start.offset;
  const isFenced = start === undefined || /^[\s>]*(?:`{3}|~{3})/u.test(source.slice(start, start + 200));
  const lines = node.value.split('\n').filter((line) => line.trim() !== '');
  const linked = lines.filter((line) => line.includes('](') || (ITEM.test(line) && line.includes('[')));
  return (
    !isFenced &&
    FIRST.test(lines[0] ?? '') &&
    linked.length >= lines.length * MIN_SHARE &&
    !lines.some((line) => STACKED.test(line))
  );
}

/** What is left of a deeper indentation would read as code again. */
function dedent(value: string): string {
  const lines = value.split('\n');
  const depths = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const least = depths.reduce((depth, other) => Math.min(depth, other), Infinity);
  return lines.map((line) => line.slice(least)).join('\n');
}

function replaceChildren(node: Parent, children: readonly RootContent[]): void {
  node.children.splice(0, node.children.length, ...children);
}
