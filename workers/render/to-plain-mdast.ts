import type { Nodes, Paragraph, PhrasingContent, Root } from 'mdast';
import type { FigureNode } from '../../shared/document/figure-node.ts';
import type { SpanNode } from '../../shared/document/span-node.ts';
import { ISOLATE_MARKS, isolated, needsIsolation } from './bidi.ts';
import { creditAround } from './credit-line.ts';
import type { LocaleKit } from './locale-kit.ts';
import type { LocalizedEntities } from './localize-entities.ts';

export interface PlainContext {
  readonly kit: LocaleKit;
  readonly entities: LocalizedEntities;
}

/**
 * A copy of the tree in the nodes that Markdown knows: a figure becomes a picture and a paragraph
 * with caption and credit, a run in the source language its content, isolated where its direction
 * would disturb the text around it.
 */
export function toPlainMdast(root: Root, context: PlainContext): Root {
  const plain: Root = { type: 'root', children: [] };
  fill(plain, root.children, context);
  return plain;
}

function fill(parent: { children: Nodes[] }, children: readonly Nodes[], context: PlainContext): void {
  parent.children = mergeTexts(children.flatMap((child) => plainNodes(child, context)));
}

function plainNodes(node: Nodes, context: PlainContext): Nodes[] {
  if (node.type === 'figure') {
    return plainFigure(node, context);
  }
  if (node.type === 'sourceRun') {
    const content = node.children.flatMap((child) => plainNodes(child, context));
    return needsIsolation(textOf(node), context.kit.direction) ? isolatedNodes(content) : content;
  }
  if (node.type === 'span') {
    return plainSpan(node, context);
  }
  if (node.type === 'addition' || node.type === 'targetRun') {
    return node.children.flatMap((child) => plainNodes(child, context));
  }
  if (node.type === 'omission') {
    return [{ type: 'text', value: node.value }];
  }
  if (node.type === 'protected') {
    return [{ type: 'text', value: node.value }];
  }
  if (!('children' in node)) {
    return [node];
  }
  const copy: Nodes = { ...node };
  fill(copy, node.children, context);
  return [copy];
}

/** Raised and lowered digits have characters of their own, and keys are shown as code; of others the words stay. */
function plainSpan(node: SpanNode, context: PlainContext): Nodes[] {
  const [only] = node.children;
  const text = node.children.length === 1 && only?.type === 'text' ? only.value : undefined;
  if (text !== undefined && (node.tag === 'sup' || node.tag === 'sub')) {
    return [{ type: 'text', value: raised(text, node.tag) ?? text }];
  }
  if (text !== undefined && node.tag === 'kbd') {
    return [{ type: 'inlineCode', value: text }];
  }
  const content = node.children.flatMap((child) => plainNodes(child, context));
  const isApart = node.tag === 'bdi' && needsIsolation(textOf(node), context.kit.direction);
  return isApart ? isolatedNodes(content) : content;
}

const PLAIN_DIGITS = '0123456789+-=()';
const MARKED_DIGITS = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾', sub: '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎' } as const;

/** Undefined where a character has no such form. */
function raised(text: string, tag: 'sup' | 'sub'): string | undefined {
  const marked = Array.from(text, (char) => MARKED_DIGITS[tag][PLAIN_DIGITS.indexOf(char)]);
  return marked.includes(undefined) ? undefined : marked.join('');
}

function plainFigure(node: FigureNode, context: PlainContext): Paragraph[] {
  const picture: Paragraph[] =
    node.url === undefined
      ? []
      : [{ type: 'paragraph', children: [{ type: 'image', url: node.url, alt: node.alt ?? '' }] }];
  const caption: Paragraph = { type: 'paragraph', children: [] };
  fill(caption, [...node.children, ...creditText(node, context)], context);
  return caption.children.length === 0 ? picture : [...picture, caption];
}

function creditText({ credit, children }: FigureNode, { entities, kit }: PlainContext): PhrasingContent[] {
  if (credit === undefined) {
    return [];
  }
  const [before, after] = creditAround(credit, kit);
  const name = entities.localNameOf(credit.name);
  const shown = needsIsolation(name, kit.direction) ? isolated(name) : name;
  return [{ type: 'text', value: `${children.length === 0 ? '' : ' '}${before}${shown}${after}` }];
}

function isolatedNodes(content: readonly Nodes[]): Nodes[] {
  const [open, close] = ISOLATE_MARKS;
  return [{ type: 'text', value: open }, ...content, { type: 'text', value: close }];
}

/** Serializers escape a text by what stands beside it, which they see only inside one node. */
function mergeTexts(nodes: readonly Nodes[]): Nodes[] {
  const merged: Nodes[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      merged[merged.length - 1] = { type: 'text', value: last.value + node.value };
    } else {
      merged.push(node);
    }
  }
  return merged;
}

function textOf(node: Nodes): string {
  if ('children' in node) {
    return node.children.map((child) => textOf(child)).join('');
  }
  return 'value' in node ? node.value : '';
}
