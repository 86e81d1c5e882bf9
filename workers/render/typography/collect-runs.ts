import type { Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';
import { OBJECT_MARK, type TextRun } from './text-run.ts';

/** A run, and whether a quotation of the run before it in the list may go on in it. */
export interface CollectedRun {
  readonly run: TextRun;
  readonly follows: boolean;
}

/**
 * The runs of a tree, one a block, in reading order. `language` is that of the tree: what is marked
 * as another is kept as it is.
 */
export function collectRuns(root: Root | Parents, language: string): readonly CollectedRun[] {
  const runs: CollectedRun[] = [];
  collect(root, language, runs);
  return runs;
}

function collect(node: Nodes, language: string, runs: CollectedRun[]): void {
  if (!('children' in node)) {
    return;
  }
  if (
    node.type === 'heading' ||
    node.type === 'paragraph' ||
    node.type === 'tableCell' ||
    node.type === 'figure'
  ) {
    runs.push({ run: runOf(node.children, language, node.type === 'paragraph'), follows: false });
  } else {
    collectBlocks(node.children, language, runs);
  }
}

/** A quotation goes on from one paragraph to the next; a picture may stand between them. */
function collectBlocks(children: readonly Nodes[], language: string, runs: CollectedRun[]): void {
  let previous: Nodes['type'] | undefined;
  for (const child of children) {
    if (child.type === 'paragraph') {
      runs.push({ run: runOf(child.children, language, true), follows: previous === 'paragraph' });
    } else {
      collect(child, language, runs);
    }
    previous = child.type;
  }
}

interface Pieces {
  text: string;
  readonly bounds: number[];
  readonly nodes: (Text | undefined)[];
}

function runOf(children: readonly PhrasingContent[], language: string, isParagraph: boolean): TextRun {
  const pieces: Pieces = { text: '', bounds: [0], nodes: [] };
  for (const child of children) {
    addPiece(pieces, child, language, false);
  }
  const { text, bounds, nodes } = pieces;
  return { text, bounds, nodes, locks: [], isParagraph, carriedQuotes: 0, openQuotes: 0 };
}

function addPiece(pieces: Pieces, node: PhrasingContent, language: string, isForeign: boolean): void {
  if (node.type === 'text') {
    push(pieces, node.value, isForeign ? undefined : node);
  } else if (node.type === 'protected') {
    push(pieces, node.value, undefined);
  } else if (node.type === 'sourceRun') {
    addAll(pieces, node.children, language, true);
  } else if (node.type === 'span') {
    addAll(pieces, node.children, language, isForeign || isOther(node.lang, language) || node.tag === 'kbd');
  } else if ('children' in node) {
    addAll(pieces, node.children, language, isForeign);
  } else {
    push(pieces, node.type === 'break' ? '\n' : OBJECT_MARK, undefined);
  }
}

function addAll(
  pieces: Pieces,
  children: readonly PhrasingContent[],
  language: string,
  isForeign: boolean,
): void {
  for (const child of children) {
    addPiece(pieces, child, language, isForeign);
  }
}

function push(pieces: Pieces, text: string, node: Text | undefined): void {
  pieces.text += text;
  pieces.bounds.push(pieces.text.length);
  pieces.nodes.push(node);
}

function isOther(lang: string | undefined, language: string): boolean {
  return lang !== undefined && lang !== language && !lang.startsWith(`${language}-`);
}
