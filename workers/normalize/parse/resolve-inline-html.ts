import type { Element } from 'hast';
import type { PhrasingContent } from 'mdast';
import { parseHtmlFragment } from './hast.ts';
import { stringProperty } from './hast-properties.ts';
import { plainText } from './plain-text.ts';

type Wrap = (tag: Element, children: PhrasingContent[]) => PhrasingContent[];

/** Inline elements with a Markdown counterpart. Of others, the tags go and the text stays. */
const PAIRS: Readonly<Record<string, Wrap>> = {
  b: (_tag, children) => [{ type: 'strong', children }],
  strong: (_tag, children) => [{ type: 'strong', children }],
  i: (_tag, children) => [{ type: 'emphasis', children }],
  em: (_tag, children) => [{ type: 'emphasis', children }],
  del: (_tag, children) => [{ type: 'delete', children }],
  s: (_tag, children) => [{ type: 'delete', children }],
  code: (_tag, children) => [{ type: 'inlineCode', value: plainText(children) }],
  kbd: (_tag, children) => [{ type: 'inlineCode', value: plainText(children) }],
  a: (tag, children) => {
    const url = stringProperty(tag, 'href');
    return url === undefined
      ? children
      : [{ type: 'link', url, title: stringProperty(tag, 'title') ?? null, children }];
  },
  sub: (_tag, children) => children,
  sup: (_tag, children) => children,
  script: () => [],
  style: () => [],
};

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
  } else if (tag.tagName in PAIRS) {
    state.open.push({ tag, start: state.output.length });
  } else {
    state.dropped.add(`<${tag.tagName}`);
  }
}

function closeTag(name: string, output: PhrasingContent[], open: OpenTag[]): void {
  const index = open.findLastIndex((candidate) => candidate.tag.tagName === name);
  const opened = open[index];
  if (opened === undefined) {
    return;
  }
  open.length = index; // what was opened inside and not closed ends here, without effect
  const children = output.splice(opened.start);
  output.push(...(PAIRS[name]?.(opened.tag, children) ?? children));
}
