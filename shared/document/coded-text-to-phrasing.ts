import type { PhrasingContent } from 'mdast';
import { CODE_SHAPE, type CodedText, type InlineCode, PLACEHOLDER } from './inline-code.ts';
import type { SpanNode } from './span-node.ts';

/** Gives the text of the segment that holds an alternative text or a link's title. */
export type AsideText = (segmentId: string) => string | undefined;

/**
 * Turns text with inline codes into mdast phrasing content; the inverse of `phrasingToCodedText`.
 *
 * Nesting follows containment; of two codes with one span the earlier in the list is the outer.
 * Total over any input: a code that crosses the end of the one around it is cut there, and a U+FFFC
 * that no code claims is left out.
 */
export function codedTextToPhrasing(content: CodedText, asideText: AsideText): PhrasingContent[] {
  if (content.codes.length === 0) {
    return textNodes(content.text);
  }
  const codes = content.codes
    .filter((code) => code.start < code.end && code.end <= content.text.length)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  return buildRange({ text: content.text, asideText }, 0, content.text.length, codes);
}

interface Source {
  readonly text: string;
  readonly asideText: AsideText;
}

function buildRange(
  source: Source,
  from: number,
  to: number,
  codes: readonly InlineCode[],
): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let position = from;
  let index = 0;
  while (index < codes.length) {
    const code = codes[index];
    index += 1;
    if (code === undefined || code.start < position) {
      continue;
    }
    pushText(nodes, source.text.slice(position, code.start));
    const end = Math.min(code.end, to);
    const inner: InlineCode[] = [];
    for (let next = codes[index]; next !== undefined && next.start < end; next = codes[index]) {
      inner.push(next);
      index += 1;
    }
    const children = CODE_SHAPE[code.kind] === 'pair' ? buildRange(source, code.start, end, inner) : [];
    nodes.push(codeToNode(code, children, source.asideText));
    position = end;
  }
  pushText(nodes, source.text.slice(position, to));
  return nodes;
}

function pushText(nodes: PhrasingContent[], text: string): void {
  nodes.push(...textNodes(text));
}

function textNodes(text: string): PhrasingContent[] {
  const value = text.includes(PLACEHOLDER) ? text.replaceAll(PLACEHOLDER, '') : text;
  return value === '' ? [] : [{ type: 'text', value }];
}

function codeToNode(code: InlineCode, children: PhrasingContent[], asideText: AsideText): PhrasingContent {
  switch (code.kind) {
    case 'emphasis':
      return { type: 'emphasis', children };
    case 'strong':
      return { type: 'strong', children };
    case 'delete':
      return { type: 'delete', children };
    case 'link':
      return { type: 'link', url: code.url, title: aside(code.titleSegment, asideText), children };
    case 'image':
      return {
        type: 'image',
        url: code.url,
        title: aside(code.titleSegment, asideText),
        alt: aside(code.altSegment, asideText) ?? '',
      };
    case 'code':
      return { type: 'inlineCode', value: code.value };
    case 'break':
      return { type: 'break' };
    case 'footnote-reference':
      return { type: 'footnoteReference', identifier: code.identifier.toLowerCase(), label: code.identifier };
    case 'span':
      return spanNode(code, children, asideText);
    case 'protected':
      return { type: 'protected', value: code.value };
  }
}

function spanNode(
  { tag, lang, dir, dateTime, titleSegment }: Extract<InlineCode, { kind: 'span' }>,
  children: PhrasingContent[],
  asideText: AsideText,
): SpanNode {
  const title = titleSegment === undefined ? undefined : asideText(titleSegment);
  return {
    type: 'span',
    tag,
    ...(lang === undefined ? {} : { lang }),
    ...(dir === undefined ? {} : { dir }),
    ...(dateTime === undefined ? {} : { dateTime }),
    ...(title === undefined ? {} : { title }),
    children,
  };
}

function aside(segmentId: string | undefined, asideText: AsideText): string | null {
  return segmentId === undefined ? null : (asideText(segmentId) ?? null);
}
