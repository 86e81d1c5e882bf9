import * as fc from 'fast-check';
import type { Element, ElementContent, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { SANITIZE_SCHEMA } from '../../../../workers/render/sanitize-schema.ts';
import { writeHtml } from '../../../../workers/render/write-html.ts';

const HEAD_TAGS = ['html', 'head', 'title', 'meta', 'link', 'script', 'style', 'body'];
const VOID_TAGS = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);
const TAGS = [...(SANITIZE_SCHEMA.tagNames ?? []), ...HEAD_TAGS];
const LISTS = ['className', 'ariaDescribedBy', 'rel'];
const FLAGS = ['checked', 'disabled', 'dataFootnoteRef', 'dataFootnotes'];
const ALLOWED = Object.values(SANITIZE_SCHEMA.attributes ?? {}).flatMap((rules) =>
  rules.map((rule) => (typeof rule === 'string' ? rule : rule[0])),
);
const TEXTS = [...new Set([...ALLOWED, 'name', 'property', 'content', 'charSet'])].filter(
  (name) => !LISTS.includes(name) && !FLAGS.includes(name),
);

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Array.from('<>&"\'`=/ \0\n\u00A0é語'), '&amp;'),
      fc.string({ unit: 'binary' }),
    ),
  )
  .map((parts) => parts.join(''));
const token = fc.constantFrom('credit', 'language-c++', 'footnote-label', '"&', '語');
const lists = fc.dictionary(fc.constantFrom(...LISTS), fc.array(token, { minLength: 1, maxLength: 3 }));
const flags = fc.dictionary(fc.constantFrom(...FLAGS), fc.boolean());
const texts = fc.dictionary(
  fc.constantFrom(...TEXTS),
  fc.option(fc.oneof(text, fc.integer()), { nil: undefined }),
);
const properties = fc.tuple(lists, flags, texts).map((all): Properties => Object.assign({}, ...all));

const { node } = fc.letrec<{ node: ElementContent; element: Element }>((tie) => ({
  element: fc
    .tuple(
      fc.constantFrom(...TAGS),
      properties,
      fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'html' }),
    )
    .map(([tagName, own, children]) => ({
      type: 'element',
      tagName,
      properties: own,
      children: VOID_TAGS.has(tagName) ? [] : ofOneKind(tagName, children),
    })),
  node: fc.oneof(
    { depthIdentifier: 'html' },
    text.map((value) => ({ type: 'text', value }) as const),
    tie('element'),
  ),
}));

/** No element stands in text that is not read as HTML. */
function ofOneKind(tagName: string, children: readonly ElementContent[]): ElementContent[] {
  return children.filter(({ type }) => type === 'text' || (tagName !== 'script' && tagName !== 'style'));
}

describe('writeHtml', () => {
  it('writes what the usual serializer writes', () => {
    fc.assert(
      fc.property(fc.array(node), (nodes) => {
        expect(writeHtml(nodes)).toBe(toHtml(nodes));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps text in its place and values in their quotes', () => {
    const link: Element = {
      type: 'element',
      tagName: 'a',
      properties: { href: '"><script>', title: "it's & `this`" },
      children: [{ type: 'text', value: '</a><b>&amp;' }],
    };
    expect(writeHtml([link])).toBe(
      '<a href="&#x22;><script>" title="it&#x27;s &#x26; &#x60;this&#x60;">&#x3C;/a>&#x3C;b>&#x26;amp;</a>',
    );
  });

  it('leaves comments out', () => {
    expect(writeHtml([{ type: 'comment', value: '--><script>' }])).toBe('');
  });
});
