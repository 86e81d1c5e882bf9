import * as fc from 'fast-check';
import type { BlockContent, ListItem, PhrasingContent, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { documentOf, htmlOfMarkdown, identityOf } from '../../../../support/identity.ts';
import { deps } from '../support.ts';

const writer = unified().use(remarkGfm, { singleTilde: false }).use(remarkStringify).freeze();

const sentence = fc
  .array(fc.constantFrom('Rain', 'fell', 'on', 'the', 'pier.', 'It', 'was', 'closed.', 'Why?', '3.5'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((words) => words.join(' '));

const phrasing: fc.Arbitrary<PhrasingContent[]> = fc
  .array(
    fc.tuple(
      sentence,
      fc.constantFrom('text', 'strong', 'emphasis', 'delete', 'link', 'inlineCode', 'image', 'footnote'),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) =>
    parts.flatMap(([value, type], index): PhrasingContent[] => [
      ...(index === 0 ? [] : [{ type: 'text' as const, value: ' and ' }]),
      phrasingOf(type, value),
    ]),
  );

function phrasingOf(type: string, value: string): PhrasingContent {
  const children: PhrasingContent[] = [{ type: 'text', value }];
  switch (type) {
    case 'strong':
    case 'emphasis':
    case 'delete':
      return { type, children };
    case 'link':
      return { type, url: 'https://example.org/a', title: value, children };
    case 'inlineCode':
      return { type, value };
    case 'image':
      return { type, url: 'a.jpg', alt: value };
    case 'footnote':
      return { type: 'footnoteReference', identifier: 'n', label: 'n' };
    default:
      return { type: 'text', value };
  }
}

const { block } = fc.letrec<{ block: BlockContent; item: ListItem }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    phrasing.map((children): BlockContent => ({ type: 'paragraph', children })),
    fc
      .tuple(fc.constantFrom(2, 3, 6), phrasing)
      .map(([depth, children]): BlockContent => ({ type: 'heading', depth, children })),
    sentence.map((value): BlockContent => ({ type: 'code', lang: 'ts', value })),
    fc.constant<BlockContent>({ type: 'thematicBreak' }),
    fc.array(fc.tuple(phrasing, phrasing), { minLength: 1, maxLength: 3 }).map(
      (rows): BlockContent => ({
        type: 'table',
        align: ['left', null],
        children: rows.map((cells) => ({
          type: 'tableRow',
          children: cells.map((children) => ({ type: 'tableCell', children })),
        })),
      }),
    ),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((children): BlockContent => ({ type: 'blockquote', children })),
    fc
      .tuple(fc.array(tie('item'), { minLength: 1, maxLength: 3 }), fc.boolean(), fc.boolean())
      .map(([children, ordered, spread]): BlockContent => ({ type: 'list', ordered, spread, children })),
  ),
  item: fc
    .tuple(fc.array(tie('block'), { minLength: 1, maxLength: 2 }), fc.constantFrom(true, false, null))
    .map(([children, checked]): ListItem => ({ type: 'listItem', spread: false, checked, children })),
}));

const article: fc.Arbitrary<Root> = fc.array(block, { minLength: 1, maxLength: 5 }).map((children) => ({
  type: 'root',
  children: [
    ...children,
    {
      type: 'footnoteDefinition',
      identifier: 'n',
      label: 'n',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: 'A note.' }] }],
    },
  ],
}));

describe('readDraft', () => {
  it('loses and reorders nothing of any article', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(article, (root) => {
        const markdown = writer.stringify(root);
        expect(identityOf({ markdown, html: htmlOfMarkdown(markdown) }, documentOf(markdown, deps))).toBe(
          'equal',
        );
      }),
      { numRuns: 80 },
    );
  });

  it('keeps the ids of segments when others come, go and change places', { timeout: 20_000 }, () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(sentence, { minLength: 2, maxLength: 6 }),
        fc.array(fc.nat(99), { maxLength: 6 }),
        (paragraphs, order) => {
          const before = idsOf(paragraphs);
          const kept = paragraphs.filter((_, index) => order[index] !== 0);
          const moved = kept.toSorted(
            (a, b) => (order[kept.indexOf(a)] ?? 0) - (order[kept.indexOf(b)] ?? 0),
          );
          const after = idsOf(['Something new stands here', ...moved, 'And here']);
          const once = [...before].filter(([text]) => countOf(paragraphs, text) === 1);
          for (const [text, id] of once.filter(([each]) => after.has(each))) {
            expect(after.get(text)).toBe(id);
          }
        },
      ),
    );
  });
});

function idsOf(paragraphs: readonly string[]): Map<string, string> {
  return new Map(documentOf(paragraphs.join('\n\n'), deps).segments.map(({ text, id }) => [text, id]));
}

/** How often a sentence stands in all paragraphs. */
function countOf(paragraphs: readonly string[], text: string): number {
  return documentOf(paragraphs.join('\n\n'), deps).segments.filter((segment) => segment.text === text).length;
}
