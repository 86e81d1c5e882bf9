import type { Document } from '../../../shared/document/document.ts';
import type { Segment } from '../../../shared/document/segment.ts';
import type { TreeNode } from '../../../shared/document/tree.ts';
import { stripMarkdown } from './strip-markdown.ts';

/** Rules that move text to where a rendition prints it again: the byline, the credit, the dates. */
const MOVES = new Set(['byline-line', 'credit', 'updated-line']);

/**
 * The words of an article as a rendition shows them: headline, body with captions, tables, code and
 * the numbers of lists, and what moved to the byline, a figure's credit or the dates, as it was
 * printed. Code is stripped of Markdown like the text before, so that the two compare. Alternative texts, titles and a description that only the page's head holds are left out.
 */
export function documentText(document: Document): string {
  const segments = new Map<string, Segment>(document.segments.map((segment) => [segment.id, segment]));
  const moved = document.overlays.repairs
    .filter((repair) => MOVES.has(repair.rule))
    .map((repair) => repair.before);
  return [textOf(document.tree.children, segments), ...moved].join('\n');
}

function textOf(nodes: readonly TreeNode[], segments: ReadonlyMap<string, Segment>): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'segment':
          return segmentText(segments.get(node.id));
        case 'code':
          return `${node.value}\n`;
        case 'thematicBreak':
          return '';
        case 'list':
          return node.children
            .map(
              (item, index) =>
                (node.ordered ? `${(node.start ?? 1) + index}. ` : '') + textOf([item], segments),
            )
            .join('');
        case 'figure':
        case 'heading':
        case 'paragraph':
        case 'blockquote':
        case 'listItem':
        case 'table':
        case 'tableRow':
        case 'tableCell':
        case 'footnoteDefinition':
          return `${textOf(node.children, segments)}\n`;
      }
    })
    .join('');
}

function segmentText(segment: Segment | undefined): string {
  if (segment === undefined) {
    return '';
  }
  const codes = segment.codes.flatMap((code) => (code.kind === 'code' ? [code] : []));
  const text = codes.reduceRight(
    (rest, code) => rest.slice(0, code.start) + stripMarkdown(code.value) + rest.slice(code.end),
    segment.text,
  );
  return segment.joinBefore + text;
}
