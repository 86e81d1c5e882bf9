import type { Element, Properties, Root } from 'hast';
import { Parser } from 'htmlparser2';
import { checkLimit } from '../../guard/limits.ts';
import { endImplied } from './implied-ends.ts';

/** A page as a tree of what can show, and the data blocks that its scripts carry. */
export interface Page {
  readonly root: Root;
  /** Contents of `script type="application/ld+json"`, in order. */
  readonly jsonLd: readonly string[];
}

/** Elements that show no text of an article; nothing inside them enters the tree. */
const SKIPPED = new Set(
  'script style template svg math iframe object embed canvas audio video map select textarea datalist dialog frameset noframes'.split(
    ' ',
  ),
);

/** Elements inside each other; deeper ones stand beside each other. Real pages reach 42. */
const MAX_DEPTH = 256;

/** Elements without end tags that the tokenizer remembers; its work grows with their square. */
const MAX_UNCLOSED = 10_000;

/** Attributes whose hast name is not their own in lower case. */
const PROPERTY_NAMES: Readonly<Record<string, string>> = {
  'aria-hidden': 'ariaHidden',
  'aria-label': 'ariaLabel',
  'http-equiv': 'httpEquiv',
  colspan: 'colSpan',
  datetime: 'dateTime',
  itemid: 'itemId',
  itemprop: 'itemProp',
  itemscope: 'itemScope',
  itemtype: 'itemType',
  rowspan: 'rowSpan',
  srcset: 'srcSet',
};

/**
 * Reads HTML of any quality in one pass. Scripts, styles, embedded media and comments are left out;
 * `noscript` is read as markup, for it holds the pictures of lazy loaders.
 *
 * @throws {PipelineError} `SOURCE_TOO_COMPLEX` for thousands of elements that are never closed.
 */
export function readPage(html: string): Page {
  const root: Root = { type: 'root', children: [] };
  const open: (Root | Element)[] = [root];
  const started: Element[] = [];
  const jsonLd: string[] = [];
  let skipped = 0;
  let data: string | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (skipped > 0 || SKIPPED.has(name)) {
          skipped += 1;
          const isData = skipped === 1 && name === 'script' && /ld\+json/iu.test(attributes['type'] ?? '');
          data = isData ? '' : data;
          return;
        }
        const element: Element = {
          type: 'element',
          tagName: name,
          properties: propertiesOf(attributes),
          children: [],
        };
        endImplied(open, name);
        started.push(element);
        if (started.length > MAX_UNCLOSED) {
          checkLimit(
            'elementDepth',
            started.length,
            () => html.slice(0, parser.startIndex).split('\n').length,
          );
        }
        open.at(-1)?.children.push(element);
        if (open.length < MAX_DEPTH) {
          open.push(element);
        }
      },
      ontext(text) {
        if (skipped === 0) {
          appendText(open.at(-1), text);
        } else if (data !== undefined) {
          data += text;
        }
      },
      onclosetag() {
        if (skipped === 0) {
          const index = open.lastIndexOf(started.pop() ?? root);
          open.length = index > 0 ? index : open.length;
          return;
        }
        skipped -= 1;
        if (skipped === 0 && data !== undefined) {
          jsonLd.push(data);
          data = undefined;
        }
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return { root, jsonLd };
}

/** Text arrives in pieces, cut at each character reference. */
function appendText(parent: Root | Element | undefined, value: string): void {
  const last = parent?.children.at(-1);
  if (last?.type === 'text') {
    last.value += value;
  } else {
    parent?.children.push({ type: 'text', value });
  }
}

function propertiesOf(attributes: Readonly<Record<string, string>>): Properties {
  const properties: Properties = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'class') {
      properties['className'] = value.split(/\s+/u).filter((token) => token !== '');
    } else if (!name.startsWith('on')) {
      properties[propertyName(name)] = value;
    }
  }
  return properties;
}

function propertyName(name: string): string {
  return name.startsWith('data-')
    ? name.replaceAll(/-([a-z])/gu, (_match, letter: string) => letter.toUpperCase())
    : (PROPERTY_NAMES[name] ?? name);
}
