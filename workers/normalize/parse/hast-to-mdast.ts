import type { Element, Nodes as HastNodes } from 'hast';
import { type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { Nodes, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { FigureNode } from '../../../shared/document/figure-node.ts';
import { isParsedPhrasing } from '../phrasing-to-coded-text.ts';
import { stringProperty } from './hast-properties.ts';
import { limitTables } from './limit-tables.ts';

const ignore: Handle = () => undefined;

/** Elements that show no text of the article; their default handlers would invent some. */
const IGNORED = [
  'audio',
  'button',
  'iframe',
  'input',
  'nav',
  'noscript',
  'select',
  'textarea',
  'title',
  'video',
];

/**
 * Turns HTML into mdast without raw HTML: `figure` becomes a `FigureNode` with its caption.
 * Column and row spans are cut, for each adds cells.
 */
export function hastToMdast(tree: HastNodes): Root {
  limitTables(tree);
  const result: Nodes = toMdast(tree, {
    document: true,
    handlers: { ...Object.fromEntries(IGNORED.map((name) => [name, ignore])), figure: readFigure },
  });
  return result.type === 'root' ? result : { type: 'root', children: [] };
}

/** A figure with one picture; anything else that is marked up so is read as its content. */
function readFigure(state: State, element: Element): Nodes | Nodes[] | undefined {
  const images: Element[] = [];
  let caption: Element | undefined;
  visit(element, 'element', (child) => {
    if (child.tagName === 'img') {
      images.push(child);
    }
    if (child.tagName === 'figcaption') {
      caption ??= child;
    }
  });
  const image = images[0];
  if (image === undefined || images.length > 1) {
    return state.toFlow(state.all(element));
  }
  const url = stringProperty(image, 'src') ?? stringProperty(image, 'dataSrc');
  const alt = stringProperty(image, 'alt');
  const figure: FigureNode = {
    type: 'figure',
    ...(url === undefined ? {} : { url }),
    ...(alt === undefined ? {} : { alt }),
    children: caption === undefined ? [] : flatten(state.all(caption)),
  };
  return figure;
}

/** Phrasing content of any content: paragraphs of a caption follow each other in one line. */
function flatten(nodes: readonly Nodes[]): PhrasingContent[] {
  const phrasing: PhrasingContent[] = [];
  for (const node of nodes) {
    if ('children' in node && !isPhrasingParent(node)) {
      const inner = flatten(node.children);
      phrasing.push(
        ...(phrasing.length > 0 && inner.length > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
        ...inner,
      );
    } else if (isParsedPhrasing(node)) {
      phrasing.push(node);
    }
  }
  return phrasing;
}

const PHRASING_PARENTS = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);

function isPhrasingParent(node: Nodes): boolean {
  return PHRASING_PARENTS.has(node.type);
}
