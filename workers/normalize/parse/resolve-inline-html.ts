import type { Element } from 'hast';
import type { PhrasingContent } from 'mdast';
import { parseHtmlFragment } from './hast.ts';
import { stringProperty } from './hast-properties.ts';
import { plainText } from './plain-text.ts';
import { isTranslatable, languageMarksOf, spanFactsOf } from './span-facts.ts';

type Wrap = (tag: Element, children: PhrasingContent[]) => PhrasingContent[];

/** Inline elements with a Markdown counterpart, and those whose content is no text of the article. */
const PAIRS: ReadonlyMap<string, Wrap> = new Map<string, Wrap>([
  ['b', strong],
  ['strong', strong],
  ['i', emphasis],
  ['em', emphasis],
  ['del', (_tag, children) => [{ type: 'delete', children }]],
  ['s', (_tag, children) => [{ type: 'delete', children }]],
  ['strike', (_tag, children) => [{ type: 'delete', children }]],
  ['code', code],
  ['samp', code],
  ['tt', code],
  ['var', code],
  ['a', link],
  ['script', nothing],
  ['style', nothing],
  ['noscript', nothing],
  ['template', nothing],
  ['iframe', nothing],
  ['object', nothing],
  ['select', nothing],
  ['textarea', nothing],
  ['title', nothing],
  ['svg', nothing],
  ['math', nothing],
]);

function strong(_tag: Element, children: PhrasingContent[]): PhrasingContent[] {
  return [{ type: 'strong', children }];
}

function emphasis(_tag: Element, children: PhrasingContent[]): PhrasingContent[] {
  return [{ type: 'emphasis', children }];
}

function code(_tag: Element, children: PhrasingContent[]): PhrasingContent[] {
  return [{ type: 'inlineCode', value: plainText(children) }];
}

function link(tag: Element, children: PhrasingContent[]): PhrasingContent[] {
  const url = stringProperty(tag, 'href');
  const title = stringProperty(tag, 'title') ?? null;
  return url === undefined ? children : [{ type: 'link', url, title, children }];
}

function nothing(): PhrasingContent[] {
  return [];
}

interface OpenTag {
  readonly tag: Element;
  /** Where its content starts in the output. */
  readonly start: number;
}

/**
 * Pairs the inline tags among `nodes` and turns them into mdast. Names of tags that have no
 * counterpart are added to `dropped`.
 */
export function resolveInlineHtml(
  nodes: readonly PhrasingContent[],
  dropped: Set<string>,
): PhrasingContent[] {
  const output: PhrasingContent[] = [];
  const open: OpenTag[] = [];
  for (const node of nodes) {
    if (node.type !== 'html') {
      output.push(node);
      continue;
    }
    const closing = /^<\/([a-z][a-z0-9-]*)\s*>$/iu.exec(node.value)?.[1]?.toLowerCase();
    if (closing === undefined) {
      openTag(node.value, { output, open, dropped });
    } else {
      closeTag(closing, output, open);
    }
  }
  return output;
}

function openTag(
  html: string,
  state: { readonly output: PhrasingContent[]; readonly open: OpenTag[]; readonly dropped: Set<string> },
): void {
  const tag = parseHtmlFragment(html).children[0];
  if (tag?.type !== 'element') {
    state.dropped.add(html.startsWith('<!--') ? '<!--' : 'markup');
    return;
  }
  if (tag.tagName === 'br') {
    state.output.push({ type: 'break' });
  } else if (tag.tagName === 'img') {
    const url = stringProperty(tag, 'src') ?? '';
    const alt = stringProperty(tag, 'alt') ?? '';
    state.output.push({ type: 'image', url, alt, title: stringProperty(tag, 'title') ?? null });
  } else if (PAIRS.has(tag.tagName) || isSaying(tag)) {
    state.open.push({ tag, start: state.output.length });
  } else {
    state.dropped.add(`<${tag.tagName}`);
  }
}

function isSaying(tag: Element): boolean {
  return (
    spanFactsOf(tag) !== undefined || languageMarksOf(tag) !== undefined || isTranslatable(tag) !== undefined
  );
}

function closeTag(name: string, output: PhrasingContent[], open: OpenTag[]): void {
  const index = open.findLastIndex((candidate) => candidate.tag.tagName === name);
  const opened = open[index];
  if (opened === undefined) {
    return;
  }
  open.length = index; // what was opened inside and not closed ends here, without effect
  output.push(...wrap(opened.tag, output.splice(opened.start)));
}

function wrap(tag: Element, content: PhrasingContent[]): PhrasingContent[] {
  const children = isTranslatable(tag) === false ? protectPhrasing(content) : content;
  const facts = spanFactsOf(tag);
  if (facts !== undefined) {
    return [{ type: 'span', ...facts, children }];
  }
  const marked = PAIRS.get(tag.tagName)?.(tag, children) ?? children;
  const marks = languageMarksOf(tag);
  return marks === undefined || marked.length === 0
    ? marked
    : [{ type: 'span', tag: 'span', ...marks, children: marked }];
}

/** The same with every text excluded from translation, the white space at its ends left out. */
function protectPhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'text') {
      const value = node.value.trim();
      const [before = '', after = ''] = value === '' ? [node.value] : node.value.split(value, 2);
      return [
        ...textOf(before),
        ...(value === '' ? [] : [{ type: 'protected' as const, value }]),
        ...textOf(after),
      ];
    }
    if ('children' in node) {
      const copy = { ...node };
      copy.children = protectPhrasing(node.children);
      return [copy];
    }
    return [node];
  });
}

function textOf(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value }];
}
