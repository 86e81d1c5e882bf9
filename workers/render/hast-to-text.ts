import type { Element, ElementContent } from 'hast';
import { balanceIsolates, isolated, needsIsolation } from './bidi.ts';

type Direction = 'ltr' | 'rtl';

/**
 * Writes a sanitized article as text: a block a line, an empty line between blocks, lists with their
 * marks, links with their address, pictures with their alternative text.
 *
 * Runs that name another direction, and names (`bdi`), are isolated where the text around them would
 * lay them out wrongly.
 */
export function hastToText(article: Element, direction: Direction): string {
  return blocksOf(article, direction).join('\n\n');
}

const CONTAINERS = new Set(['article', 'header', 'section', 'div', 'figure', 'blockquote']);
const BLOCKS = new Set('p h1 h2 h3 h4 h5 h6 hr pre ul ol table figcaption'.split(' '));

function blocksOf(parent: Element, direction: Direction): readonly string[] {
  const blocks: string[] = [];
  let inline: ElementContent[] = [];
  const endInline = (): void => {
    const text = lineOf(inline, direction);
    blocks.push(...(text === '' ? [] : [text]));
    inline = [];
  };
  for (const child of parent.children) {
    if (child.type === 'element' && (CONTAINERS.has(child.tagName) || BLOCKS.has(child.tagName))) {
      endInline();
      blocks.push(...blockOf(child, direction));
    } else {
      inline.push(child);
    }
  }
  endInline();
  return blocks;
}

function blockOf(node: Element, direction: Direction): readonly string[] {
  switch (node.tagName) {
    case 'blockquote':
      return [prefixed(blocksOf(node, direction).join('\n\n'), '> ', '> ')];
    case 'ul':
    case 'ol':
      return [listOf(node, direction)];
    case 'table':
      return [tableOf(node, direction)];
    case 'pre':
      return [rawText(node).replace(/\n$/u, '')];
    case 'hr':
      return ['* * *'];
    case 'header':
      return headerOf(node, direction);
    default:
      return CONTAINERS.has(node.tagName)
        ? blocksOf(node, direction)
        : [lineOf([node], direction)].filter((line) => line !== '');
  }
}

/** The headline, and the lines about the article together. */
function headerOf(header: Element, direction: Direction): readonly string[] {
  const parts = elementsOf(header);
  const lines = parts.filter((part) => !isHeading(part)).map((part) => lineOf([part], direction));
  return [
    ...parts.filter((part) => isHeading(part)).map((part) => lineOf([part], direction)),
    lines.filter((line) => line !== '').join('\n'),
  ].filter((block) => block !== '');
}

function isHeading({ tagName }: Element): boolean {
  return /^h\d$/u.test(tagName);
}

function listOf(list: Element, direction: Direction): string {
  const first = Number(list.properties['start'] ?? 1);
  const items = elementsOf(list).map((item, index) => {
    const mark = list.tagName === 'ol' ? `${first + index}. ` : '- ';
    return prefixed(blocksOf(item, direction).join('\n'), mark, ' '.repeat(mark.length));
  });
  return items.join('\n');
}

function tableOf(table: Element, direction: Direction): string {
  const rows = elementsOf(table).flatMap((part) => (part.tagName === 'tr' ? [part] : elementsOf(part)));
  return rows
    .map((row) =>
      elementsOf(row)
        .map((cell) => lineOf([cell], direction))
        .join(' | '),
    )
    .join('\n');
}

function elementsOf(node: Element): readonly Element[] {
  return node.children.filter((child) => child.type === 'element');
}

function prefixed(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : others) + line).trimEnd())
    .join('\n');
}

/** One paragraph; hard breaks are line ends, other white space is as in HTML. */
function lineOf(nodes: readonly ElementContent[], direction: Direction): string {
  const text = inlineText(nodes, direction).replaceAll(/[ \t\r\n]+/gu, ' ');
  return balanceIsolates(
    text
      .split(BREAK)
      .map((line) => line.trim())
      .join('\n')
      .trim(),
  );
}

/** Stands for a hard break until white space has been folded; never in a text (`Cc` is not in documents). */
const BREAK = '\u0000';

function inlineText(nodes: readonly ElementContent[], direction: Direction): string {
  return nodes.map((node) => inlineOf(node, direction)).join('');
}

function inlineOf(node: ElementContent, direction: Direction): string {
  if (node.type !== 'element') {
    return node.type === 'text' ? node.value : '';
  }
  const { tagName, properties } = node;
  if (properties['dataFootnoteBackref'] !== undefined) {
    return '';
  }
  switch (tagName) {
    case 'br':
      return BREAK;
    case 'img':
      return typeof properties['alt'] === 'string' && properties['alt'] !== ''
        ? `[${properties['alt']}]`
        : '';
    case 'input':
      return properties['checked'] === true ? '[x] ' : '[ ] ';
    case 'a':
      return linkText(node, direction);
    default: {
      const text = inlineText(node.children, direction);
      const own = properties['dir'];
      const isRun = tagName === 'bdi' || tagName === 'bdo' || (own !== undefined && own !== direction);
      return isRun && needsIsolation(text, direction) ? isolated(text) : text;
    }
  }
}

function linkText(link: Element, direction: Direction): string {
  const text = inlineText(link.children, direction);
  if (link.properties['dataFootnoteRef'] !== undefined) {
    return `[${text}]`;
  }
  const url = link.properties['href'] ?? '';
  if (!/^[a-z]+:/iu.test(url) || url === text || url === `mailto:${text}`) {
    return text;
  }
  return `${text} (${direction === 'rtl' ? isolated(url) : url})`;
}

function rawText(node: ElementContent): string {
  if (node.type === 'element') {
    return node.children.map((child) => rawText(child)).join('');
  }
  return node.type === 'text' ? node.value : '';
}
