import type { Image, Link, PhrasingContent } from 'mdast';

/** What may be more than text. Addresses stand here because GFM makes links of them. */
const SPECIAL = /[\\`<&~@*_[\]!]|:\/\/|www\./giu;
/** What starts raw HTML or an address in angle brackets. */
const TAG = /<[a-z/!?]/iuy;
const REFERENCE = /&#?\w+;/uy;
/** What follows the text of a link; an address in parentheses or with escapes is left to the full parser. */
const LINK_END = /\]\((?<url>[^\s()<>\\`\p{Cc}]+)(?: "(?<title>[^"\\`<&\n]*)")?\)/uy;
const PLAIN_LABEL = /^[^\\`<&~@*_[\]!\n]*$/u;

interface Frame {
  /** The run of marks that opened it; empty for the text itself. */
  readonly mark: string;
  readonly children: PhrasingContent[];
}

/**
 * Reads the phrasing content of a paragraph as CommonMark and GFM have it, where only one reading is
 * possible: text, emphasis, links and pictures. Undefined where it takes the full parser to tell.
 * `text` is without the white space at the ends of its lines.
 */
export function readSimplePhrasing(text: string): PhrasingContent[] | undefined {
  const frames: Frame[] = [{ mark: '', children: [] }];
  let from = 0;
  for (let at = nextSpecial(text, 0); at !== -1; ) {
    const piece = readPiece(text, at, frames);
    if (piece === undefined) {
      return undefined;
    }
    if (piece.act !== undefined) {
      addText(frames.at(-1), text.slice(from, at));
      piece.act();
      from = piece.end;
    }
    at = nextSpecial(text, piece.end);
  }
  addText(frames.at(-1), text.slice(from));
  return frames.length === 1 ? frames[0]?.children : undefined;
}

function nextSpecial(text: string, from: number): number {
  SPECIAL.lastIndex = from;
  return SPECIAL.exec(text)?.index ?? -1;
}

function addText(frame: Frame | undefined, value: string): void {
  if (value !== '') {
    frame?.children.push({ type: 'text', value });
  }
}

/** What stands at a special character: it is text where nothing is to be done. */
interface Piece {
  readonly end: number;
  readonly act?: () => void;
}

function readPiece(text: string, at: number, frames: Frame[]): Piece | undefined {
  switch (text.charAt(at)) {
    case '*':
    case '_':
      return readMarks(text, at, frames);
    case '[':
      return readLink(text, at, frames);
    case '!':
      return text.charAt(at + 1) === '[' ? readImage(text, at, frames) : { end: at + 1 };
    case ']':
      return text.charAt(at + 1) === '(' ? undefined : { end: at + 1 };
    case '<':
      return unlessAt(TAG, text, at);
    case '&':
      return unlessAt(REFERENCE, text, at);
    default:
      return undefined;
  }
}

/** A character is text unless what it may start stands there. */
function unlessAt(pattern: RegExp, text: string, at: number): Piece | undefined {
  const sticky = pattern;
  sticky.lastIndex = at;
  return sticky.test(text) ? undefined : { end: at + 1 };
}

/** Marks of emphasis that can only open or only close, and close what was opened last. */
function readMarks(text: string, at: number, frames: Frame[]): Piece | undefined {
  const mark = /^([*_])\1*/u.exec(text.slice(at, at + 4))?.[0] ?? '';
  const end = at + mark.length;
  const before = kindOf(text.charAt(at - 1));
  const after = kindOf(text.charAt(end));
  if (mark.length > 2 || before === 'other' || after === 'other') {
    return undefined;
  }
  const isLeft = after !== 'space' && (after === 'word' || before !== 'word');
  const isRight = before !== 'space' && (before === 'word' || after !== 'word');
  if (isLeft === isRight) {
    const isText = !isLeft || (mark.startsWith('_') && before === 'word' && after === 'word');
    return isText ? { end } : undefined;
  }
  if (isLeft) {
    return { end, act: () => frames.push({ mark, children: [] }) };
  }
  const { mark: open, children } = frames.at(-1) ?? {};
  return open === mark && children !== undefined ? { end, act: () => closeFrame(frames) } : undefined;
}

function closeFrame(frames: Frame[]): void {
  const closed = frames.pop();
  if (closed !== undefined) {
    const type = closed.mark.length === 2 ? 'strong' : 'emphasis';
    frames.at(-1)?.children.push({ type, children: closed.children });
  }
}

/** `other`: a neighbouring mark, or half of a pair, which count in ways of their own. */
function kindOf(character: string): 'space' | 'word' | 'sign' | 'other' {
  if (character === '' || /\s/u.test(character)) {
    return 'space';
  }
  if (/[*_~\p{Cs}]/u.test(character)) {
    return 'other';
  }
  return /[\p{P}\p{S}]/u.test(character) ? 'sign' : 'word';
}

interface Target {
  readonly label: string;
  readonly url: string;
  readonly title: string | null;
  readonly end: number;
}

/** The label that starts at `at` with its address; `text` where the bracket is one, without definitions. */
function readTarget(text: string, at: number): Target | 'text' | undefined {
  const close = text.indexOf(']', at);
  if (close === -1 || text.charAt(close + 1) !== '(') {
    return 'text';
  }
  const label = text.slice(at, close);
  LINK_END.lastIndex = close;
  const found = LINK_END.exec(text);
  const { url = '', title = null } = found?.groups ?? {};
  return found === null || label.includes('[') || /&#?\w+;/u.test(url)
    ? undefined
    : { label, url, title, end: LINK_END.lastIndex };
}

function readLink(text: string, at: number, frames: Frame[]): Piece | undefined {
  const target = readTarget(text, at + 1);
  if (target === 'text' || target === undefined) {
    return target === 'text' ? { end: at + 1 } : undefined;
  }
  const { url, title, end } = target;
  const children = readSimplePhrasing(target.label);
  if (children === undefined) {
    return undefined;
  }
  const node: Link = { type: 'link', url, title, children };
  return { end, act: () => frames.at(-1)?.children.push(node) };
}

function readImage(text: string, at: number, frames: Frame[]): Piece | undefined {
  const target = readTarget(text, at + 2);
  if (target === 'text' || target === undefined || !PLAIN_LABEL.test(target.label)) {
    return target === 'text' ? { end: at + 2 } : undefined;
  }
  const { label, url, title, end } = target;
  const image: Image = { type: 'image', url, title, alt: label };
  return { end, act: () => frames.at(-1)?.children.push(image) };
}
