import { LIMITS } from './limits.ts';

/** What starts at a `<`: a tag, or something that holds no element. `end` is one past it. */
export type TagToken =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly selfClosing: boolean;
      /** Their number; a tag with more than is allowed is not read to its end. */
      readonly attributes: number;
      readonly end: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly end: number }
  | { readonly kind: 'other'; readonly end: number };

const NAME = /[a-z][^\s/>]*/iuy;
const ATTRIBUTE = /[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>][^\s>]*))?/uy;
const TAG_END = /[\s/]*>/uy;
const COMMENT_END = /--!?>/gu;
const RAW_TEXT = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));

/**
 * Reads the token at `position` by the rules of the HTML tokenizer (HTML 13.2.5): quotes count only
 * after `=`, comments and raw text elements hold no tags. `foreign`: inside SVG or MathML, where no
 * element is raw text.
 */
export function readTagToken(content: string, position: number, foreign: boolean): TagToken {
  if (content.startsWith('<!--', position)) {
    return { kind: 'other', end: commentEnd(content, position) };
  }
  if (content.startsWith('<![CDATA[', position) && foreign) {
    return { kind: 'other', end: after(content, ']]>', position) };
  }
  const closing = content.startsWith('</', position);
  const nameStart = position + (closing ? 2 : 1);
  NAME.lastIndex = nameStart;
  const name = NAME.exec(content)?.[0].toLowerCase();
  if (name === undefined) {
    const bogusComment = /[!?/]/u.test(content.charAt(position + 1));
    return { kind: 'other', end: bogusComment ? after(content, '>', position) : position + 1 };
  }
  const { end, attributes } = readAttributes(
    content,
    nameStart + name.length,
    closing ? Infinity : LIMITS.attributesPerElement,
  );
  if (closing) {
    return { kind: 'close', name, end };
  }
  const selfClosing = content.charAt(end - 2) === '/';
  const rawText = RAW_TEXT.has(name) && !foreign;
  return { kind: 'open', name, selfClosing, attributes, end: rawText ? rawTextEnd(content, name, end) : end };
}

function readAttributes(
  content: string,
  from: number,
  most: number,
): { readonly end: number; readonly attributes: number } {
  let position = from;
  for (let attributes = 0; ; attributes += 1) {
    TAG_END.lastIndex = position;
    if (TAG_END.test(content)) {
      return { end: TAG_END.lastIndex, attributes };
    }
    ATTRIBUTE.lastIndex = position;
    if (attributes > most || !ATTRIBUTE.test(content)) {
      return { end: content.length, attributes };
    }
    position = ATTRIBUTE.lastIndex;
  }
}

function commentEnd(content: string, position: number): number {
  if (content.startsWith('<!-->', position) || content.startsWith('<!--->', position)) {
    return after(content, '>', position);
  }
  COMMENT_END.lastIndex = position + 4;
  return COMMENT_END.test(content) ? COMMENT_END.lastIndex : content.length;
}

function rawTextEnd(content: string, name: string, from: number): number {
  const endTag = new RegExp(`</${name}(?=[\\s/>])`, 'giu');
  endTag.lastIndex = from;
  return endTag.exec(content)?.index ?? content.length;
}

function after(content: string, mark: string, from: number): number {
  const index = content.indexOf(mark, from);
  return index === -1 ? content.length : index + mark.length;
}
