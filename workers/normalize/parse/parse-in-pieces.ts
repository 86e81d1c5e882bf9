import type { Root, RootContent } from 'mdast';
import { readSimpleBlock } from './simple-blocks.ts';
import { walkNodes } from './walk-nodes.ts';

/** What reaches over blank lines or to other blocks: definitions, fences, raw HTML; or odd line ends. */
const REACHES = /\]:|^[ \t>*+\d.)-]*(?:`{3}|~{3})|<(?:script|pre|style|textarea|!|\?)|[\r\0]/imu;

/**
 * Parses Markdown from a position on, of which most blocks are simple: those are read without a parser, the rest by
 * `parse`, which takes many times as long. The tree is the same but for the positions of nodes: simple
 * blocks have none.
 */
export function parseInPieces(markdown: string, from: number, parse: (markdown: string) => Root): Root {
  if (REACHES.test(markdown.slice(from))) {
    return { type: 'root', children: parseRest(markdown, { start: from, end: markdown.length }, parse) };
  }
  const children: RootContent[] = [];
  const pieces = piecesOf(markdown, from);
  let rest: Piece | undefined;
  for (const [index, piece] of pieces.entries()) {
    if (piece.block === undefined || (piece.block.type === 'list' && mayGoOn(pieces, index))) {
      rest ??= piece;
    } else {
      children.push(...parseRest(markdown, { start: rest?.start, end: piece.start }, parse), piece.block);
      rest = undefined;
    }
  }
  children.push(...parseRest(markdown, { start: rest?.start, end: markdown.length }, parse));
  return { type: 'root', children };
}

/** Lines between blank ones. */
interface Piece {
  readonly start: number;
  /** What they are where that can only be one thing. */
  readonly block: RootContent | undefined;
}

/** A list may be one with another list beside it, or go on in an indented block. */
function mayGoOn(pieces: readonly Piece[], index: number): boolean {
  return [pieces[index - 1], pieces[index + 1]].some(
    (neighbour) => neighbour !== undefined && (neighbour.block?.type ?? 'list') === 'list',
  );
}

function piecesOf(markdown: string, from: number): Piece[] {
  const pieces: Piece[] = [];
  let start = -1;
  for (let at = from; at <= markdown.length; ) {
    const newline = markdown.indexOf('\n', at);
    const end = newline === -1 ? markdown.length : newline;
    const isBlank = /^[ \t]*$/u.test(markdown.slice(at, end));
    if (isBlank && start !== -1) {
      pieces.push(pieceOf(markdown, start, at - 1));
      start = -1;
    } else if (!isBlank && start === -1) {
      start = at;
    }
    at = end + 1;
  }
  return start === -1 ? pieces : [...pieces, pieceOf(markdown, start, markdown.length)];
}

function pieceOf(markdown: string, start: number, end: number): Piece {
  return { start, block: readSimpleBlock(markdown.slice(start, end)) };
}

/** Up to the next simple block: white space before it may belong to code. */
function parseRest(
  markdown: string,
  { start, end }: { readonly start: number | undefined; readonly end: number },
  parse: (markdown: string) => Root,
): RootContent[] {
  if (start === undefined) {
    return [];
  }
  const root = parse(markdown.slice(start, end));
  walkNodes(root, ({ type, position }) => {
    if (type === 'code' && position?.start.offset !== undefined) {
      position.start.offset += start;
    }
  });
  return root.children;
}
