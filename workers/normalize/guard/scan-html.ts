import { checkLimit } from './limits.ts';
import { readTagToken, type TagToken } from './tag-token.ts';

/** What is more than text and starts at a `<`. */
const TOKEN_START = /<[a-z/!?]/giu;
const SPAN = /\b(?:col|row)span\s*=\s*["']?\s*(\d+)/giu;
const WIDE = 100;

const VOID = words('area base br col embed frame hr img input link meta param source track wbr');
/** Their end tags may be left out, and none nests in itself without a container that counts. */
const OPTIONAL_END = words(
  'p li dt dd tr td th thead tbody tfoot option optgroup rt rp colgroup html head body',
);
/** The end tag of one of these closes it alone; others close all that is open inside them. */
const FORMATTING = words('a b big code em font i nobr s small strike strong tt u');
const FOREIGN = words('svg math');
/** Inside foreign content these follow the rules of HTML again. */
const INTEGRATION = words('foreignobject desc title mi mo mn ms mtext annotation-xml');
/** HTML elements that end foreign content around them (HTML 13.2.6.5). */
const BREAKOUT = words(
  'b big blockquote body br center code dd div dl dt em embed font h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var',
);

/**
 * Counts HTML elements and their depth by the tokenizer's rules, without building a tree. Where the
 * error recovery of a parser would decide, it counts more.
 *
 * @throws {PipelineError} `SOURCE_TOO_COMPLEX`
 */
export function scanHtml(content: string): void {
  const open: string[] = [];
  let elements = 0;
  let wideCells = 0;
  let at = nextToken(content, 0);
  const lineOf = (): number => content.slice(0, at).split('\n').length;
  while (at !== -1) {
    const token = readTagToken(content, at, isForeign(open));
    if (token.kind === 'open') {
      elements += 1;
      wideCells += isWideCell(content, at, token) ? 1 : 0;
      openElement(open, token);
      checkLimit('elementDepth', open.length, lineOf);
      checkLimit('elements', elements, lineOf);
      checkLimit('attributesPerElement', token.attributes, lineOf);
      checkLimit('wideCells', wideCells, lineOf);
    } else if (token.kind === 'close') {
      closeElement(open, token.name);
    }
    at = nextToken(content, token.end);
  }
}

function nextToken(content: string, from: number): number {
  TOKEN_START.lastIndex = from;
  return TOKEN_START.exec(content)?.index ?? -1;
}

function isWideCell(content: string, at: number, token: Extract<TagToken, { kind: 'open' }>): boolean {
  if ((token.name !== 'td' && token.name !== 'th') || token.attributes === 0) {
    return false;
  }
  const spans = [...content.slice(at, token.end).matchAll(SPAN)];
  return spans.some(([, span]) => Number(span) > WIDE);
}

function openElement(open: string[], token: Extract<TagToken, { kind: 'open' }>): void {
  if (isForeign(open)) {
    if (token.selfClosing && !BREAKOUT.has(token.name)) {
      return;
    }
    if (BREAKOUT.has(token.name)) {
      open.length = open.findIndex((name) => FOREIGN.has(name));
    }
  }
  if (!VOID.has(token.name) && !OPTIONAL_END.has(token.name)) {
    open.push(token.name);
  }
}

function closeElement(open: string[], name: string): void {
  const index = open.lastIndexOf(name);
  if (index === -1) {
    return;
  }
  open.splice(index, FORMATTING.has(name) ? 1 : open.length - index);
}

/** Whether the next element is parsed by the rules of SVG and MathML. */
function isForeign(open: readonly string[]): boolean {
  if (!open.includes('svg') && !open.includes('math')) {
    return false;
  }
  const inner = open.findLast((name) => FOREIGN.has(name) || INTEGRATION.has(name));
  return inner !== undefined && FOREIGN.has(inner);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
