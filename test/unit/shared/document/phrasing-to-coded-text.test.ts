import * as fc from 'fast-check';
import type { Nodes, PhrasingContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { codedTextToPhrasing } from '../../../../shared/document/coded-text-to-phrasing.ts';
import { phrasingToCodedText } from '../../../../shared/document/phrasing-to-coded-text.ts';
import { rebuildMdast } from '../../../../shared/document/rebuild-mdast.ts';
import { createNormalizeDeps } from '../../../../workers/normalize/deps.ts';
import { normalize } from '../../../../workers/normalize/normalize.ts';
import { sourceOf } from '../../workers/normalize/support.ts';

const text = fc.stringMatching(/^[a-z]{1,6}$/u).map((value): PhrasingContent => ({ type: 'text', value }));
const { phrasing } = fc.letrec<{ phrasing: PhrasingContent[]; node: PhrasingContent }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.constant<PhrasingContent>({ type: 'break' }),
    fc.constant<PhrasingContent>({ type: 'inlineCode', value: 'x = 1' }),
    fc.constant<PhrasingContent>({ type: 'image', url: 'a.jpg', alt: 'a pier', title: 'big' }),
    fc.constant<PhrasingContent>({ type: 'footnoteReference', identifier: 'n1', label: 'N1' }),
    fc.constant<PhrasingContent>({ type: 'protected', value: 'Polywire' }),
    tie('phrasing').map(
      (children): PhrasingContent => ({ type: 'span', tag: 'abbr', title: 'At length', children }),
    ),
    tie('phrasing').map(
      (children): PhrasingContent => ({ type: 'span', tag: 'time', lang: 'fr', dateTime: '2026', children }),
    ),
    tie('phrasing').map((children): PhrasingContent => ({ type: 'strong', children })),
    tie('phrasing').map((children): PhrasingContent => ({ type: 'emphasis', children })),
    tie('phrasing').map(
      (children): PhrasingContent => ({ type: 'link', url: 'https://x.org', title: null, children }),
    ),
  ),
  phrasing: fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((nodes) => mergeTexts(nodes)),
}));

function mergeTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      merged[merged.length - 1] = { type: 'text', value: last.value + node.value };
    } else {
      merged.push(node);
    }
  }
  return merged;
}

describe('phrasingToCodedText and codedTextToPhrasing', () => {
  it('are inverse to each other', () => {
    fc.assert(
      fc.property(phrasing, (nodes) => {
        const asides = new Map<string, string>();
        const coded = phrasingToCodedText(nodes, (kind, value) => {
          const id = `${kind}${asides.size}`;
          asides.set(id, value);
          return id;
        });
        expect(codedTextToPhrasing(coded, (id) => asides.get(id))).toEqual(nodes);
        expect(coded.codes.map((code) => code.id)).toEqual(coded.codes.map((_, index) => index + 1));
      }),
      { numRuns: 500 },
    );
  });

  it('drops markup around nothing', () => {
    expect(
      phrasingToCodedText(
        [
          { type: 'strong', children: [] },
          { type: 'text', value: 'a' },
        ],
        () => '',
      ).codes,
    ).toEqual([]);
  });

  it('cuts a code that crosses the one around it, and leaves out a mark that no code claims', () => {
    const code = { id: 1, canDelete: true, canReorder: true };
    const nodes = codedTextToPhrasing(
      {
        text: 'abcd\uFFFC',
        codes: [
          { kind: 'strong', ...code, start: 0, end: 3 },
          { kind: 'emphasis', ...code, id: 2, start: 2, end: 4 },
        ],
      },
      () => undefined,
    );
    expect(nodes).toEqual([
      {
        type: 'strong',
        children: [
          { type: 'text', value: 'ab' },
          { type: 'emphasis', children: [{ type: 'text', value: 'c' }] },
        ],
      },
      { type: 'text', value: 'd' },
    ]);
  });
});

const CONSTRUCTS: readonly (readonly [string, string])[] = [
  ['headings', '# One\n\n## Two *em*\n\n### Three `code`\n\nText.'],
  ['nested lists', '- one\n- two\n  - inner one\n  - inner two\n    1. deep\n    2. deeper\n- three'],
  ['a list that starts elsewhere', '3. three\n4. four'],
  ['loose lists', '- one\n\n- two\n\n  more of two'],
  ['task lists', '- [x] done\n- [ ] open'],
  [
    'tables',
    '| A | B *em* | C |\n| :- | :-: | -: |\n| a | [l](https://x.org "t") | `c \\| d` |\n| | x | y |',
  ],
  ['links with titles', 'See [the *big* report](https://x.org/a_b "A title") now. And <https://y.org>.'],
  ['reference links', 'See [the report][r] now.\n\n[r]: https://x.org "T"'],
  ['images', 'Before ![alt text](a.jpg "T") after. ![](b.jpg)'],
  ['an image in a link', '[![alt](a.jpg)](https://x.org)'],
  ['nested emphasis', 'A *b **c** d* e ***f*** ~~g~~ h.'],
  ['hard breaks', 'One\\\ntwo\\\nthree.'],
  ['code blocks', '```ts title="x"\nconst a = *b*;\n```\n\n    indented\n\nText.'],
  ['quotes', '> One. Two.\n>\n> > Inner.\n>\n> - item'],
  ['footnotes', 'Text.[^a] More.[^b]\n\n[^a]: Note *one*.\n\n[^b]: Note two.\n\n    More of two.'],
  ['thematic breaks', 'One.\n\n***\n\nTwo.'],
  ['escapes', '1\\. Not a list, \\*not emphasis\\*, a_b_c, 5 < 6 & 7.'],
  ['several sentences with markup', 'One **bold** word. *Two* words, `three`. [Four](x.html). Five.'],
];

describe('the way through a document and back', () => {
  const deps = createNormalizeDeps();
  const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkStringify);

  it.each(CONSTRUCTS)('keeps %s', async (_name, markdown) => {
    const document = await normalize(sourceOf(markdown), deps);
    const root = rebuildMdast(document, { contentOf: (segment) => segment });
    const written = processor.stringify(root);
    expect(plain(processor.parse(written))).toEqual(plain(expectedTree(markdown)));
  });

  function expectedTree(markdown: string): Nodes {
    return processor.parse(
      markdown.replace('[the report][r]', '[the report](https://x.org "T")').replace(/\n\n\[r\]:.*$/u, ''),
    );
  }
});

/** A tree without positions and data. */
function plain(tree: Nodes): unknown {
  visit(tree, (node) => {
    delete node.position;
    delete node.data;
  });
  return tree;
}
