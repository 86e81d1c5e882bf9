import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { readSimplePhrasing } from './simple-phrasing.ts';

/** A line that may start a block of its own, or end one: not the text of a paragraph for sure. */
const STARTS_BLOCK = /^(?:[#>+=|:~`<\\-]|[*_](?![\p{L}\p{N}"'“‘([*_])|[*_]{3}|\d{1,9}[.)](?: |$)|\[[ xX]\])/u;
const HEADING = /^(?<marks>#{1,6}) +(?<text>[^ \n].*)$/u;
const ITEM = /^(?:(?<bullet>[-*+])|(?<number>\d{1,9})(?<stop>[.)])) {1,3}(?<text>[^ \n].*)$/u;
/** A line end that shows, a tab, or a line of marks alone, which may be a rule. */
const BREAKS_LINE = / {2}\n|\\\n|\t|^[ *_-]+$/mu;

/**
 * Reads lines between blank ones as the block that they can only be: a paragraph, a heading, or a list
 * of lines. Undefined where it takes the full parser to tell. What follows must not go on a list.
 */
export function readSimpleBlock(lines: string): RootContent | undefined {
  if (lines.startsWith(' ') || BREAKS_LINE.test(lines)) {
    return undefined;
  }
  if (lines.startsWith('#')) {
    return readHeading(lines);
  }
  return ITEM.test(lines.slice(0, firstLineEnd(lines)))
    ? readList(lines.split('\n'))
    : readParagraph(lines.split('\n'));
}

function firstLineEnd(lines: string): number {
  const end = lines.indexOf('\n');
  return end === -1 ? lines.length : end;
}

function readHeading(line: string): RootContent | undefined {
  const { marks = '', text = '' } = HEADING.exec(line)?.groups ?? {};
  const content = text.replace(/ +$/u, '');
  const children = marks === '' || content.endsWith('#') ? undefined : readSimplePhrasing(content);
  const depth = DEPTHS[marks.length - 1];
  return children === undefined || depth === undefined ? undefined : { type: 'heading', depth, children };
}

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

function readParagraph(lines: readonly string[]): Paragraph | undefined {
  const trimmed = lines.map((line) => line.replace(/^ +| +$/gu, ''));
  const children = trimmed.some((line) => STARTS_BLOCK.test(line))
    ? undefined
    : readSimplePhrasing(trimmed.join('\n'));
  return children === undefined ? undefined : { type: 'paragraph', children };
}

/** Items of one paragraph each, with the same mark, without blank lines between. */
function readList(lines: readonly string[]): List | undefined {
  const items: string[][] = [];
  const marks = new Set<string>();
  let start: number | null = null;
  for (const line of lines) {
    const { bullet, number, stop = '', text } = ITEM.exec(line)?.groups ?? {};
    if (text === undefined) {
      items.at(-1)?.push(line);
      continue;
    }
    start ??= number === undefined ? null : Number(number);
    marks.add(bullet ?? stop);
    items.push([text]);
  }
  const children = items.map((item) => readItem(item)).filter((item) => item !== undefined);
  return marks.size > 1 || children.length < items.length
    ? undefined
    : { type: 'list', ordered: start !== null, start, spread: false, children };
}

function readItem(lines: readonly string[]): ListItem | undefined {
  const paragraph = readParagraph(lines);
  return paragraph === undefined
    ? undefined
    : { type: 'listItem', spread: false, checked: null, children: [paragraph] };
}
