import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../../../workers/normalize/draft/draft.ts';
import { NOTHING_FOUND } from '../../../../../workers/normalize/draft/found-meta.ts';
import { leavesOf } from '../../../../../workers/normalize/draft/map-leaves.ts';
import { readDraft } from '../../../../../workers/normalize/draft/read-draft.ts';
import { parseHtmlFragment } from '../../../../../workers/normalize/parse/hast.ts';
import { textContent } from '../../../../../workers/normalize/parse/hast-properties.ts';
import { hastToMdast } from '../../../../../workers/normalize/parse/hast-to-mdast.ts';

function draftOf(html: string): Draft {
  return readDraft({ root: hastToMdast(parseHtmlFragment(html)), found: NOTHING_FOUND, diagnostics: [] });
}

/** Without the empty cells of a header that Markdown needs. */
function textsOf(html: string): string[] {
  return leavesOf(draftOf(html).nodes).flatMap(({ block }) => (block.text === '' ? [] : [block.text]));
}

describe('hastToMdast', () => {
  it.each([
    ['paragraphs in a small print', '<small><p>One</p><p>Two</p></small>', ['One', 'Two']],
    ['paragraphs in bold', '<b><p>One</p><p>Two</p></b>', ['One', 'Two']],
    ['blocks in a heading', '<h2><div>One</div><div>Two</div></h2>', ['One Two']],
    ['lists in a cell', '<table><tr><td><ul><li>One<li>Two</ul><td>Three</table>', ['One Two', 'Three']],
    ['the caption of a table', '<table><caption>One</caption><tr><td>Two</table>', ['One', 'Two']],
    ['a table that lays out', '<table role="presentation"><tr><td>One<td>Two</table>', ['One', 'Two']],
    ['a table with paragraphs', '<table><tr><td><p>One</p><p>Two</p></table>', ['One', 'Two']],
    ['cells without a table', '<td>One</td>', ['One']],
    ['a menu', '<menu><li>One</li></menu>', ['One']],
  ])('keeps %s', (_, html, expected) => {
    expect(textsOf(html)).toEqual(expected);
  });

  it('gives the innermost stated language to blocks', () => {
    const leaves = leavesOf(
      draftOf('<div lang="fr"><p>Un</p><blockquote lang="de"><p>Zwei</p></blockquote></div><p>Three</p>')
        .nodes,
    );
    expect(leaves.map(({ block }) => block.locale)).toEqual(['fr', 'de', undefined]);
  });

  it('takes text out of translation, and back into it', () => {
    const [leaf] = leavesOf(draftOf('<p translate="no">Acme <span translate="yes">grows</span></p>').nodes);
    expect(leaf?.block.text).toBe('\uFFFC grows');
    expect(leaf?.block.codes).toMatchObject([{ kind: 'protected', value: 'Acme' }]);
  });

  it('loses no word of any nesting of elements', () => {
    const element = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom('one', 'two', 'three').map((word) => ` ${word} `),
        fc
          .tuple(
            fc.constantFrom(
              ...'p div b em a h2 ul li blockquote table tr td span mark small ruby rt sub section dl dt dd pre code figure figcaption del q'.split(
                ' ',
              ),
            ),
            fc.array(tie('node'), { maxLength: 3 }),
            fc.constantFrom('', ' lang="fr"', ' translate="no"', ' href="https://x.org"'),
          )
          .map(([tag, children, attribute]) => `<${tag}${attribute}>${children.join('')}</${tag}>`),
      ),
    }));
    fc.assert(
      fc.property(fc.array(element.node, { maxLength: 4 }), (parts) => {
        const html = parts.join('');
        expect(wordsOf(allText(draftOf(html)))).toEqual(wordsOf(textContent(parseHtmlFragment(html))));
      }),
      { numRuns: 300 },
    );
  });
});

/** Text of all blocks, with what stands in codes. */
function allText(draft: Draft): string {
  const blocks = leavesOf(draft.nodes).map(({ block }) => {
    const values = new Map(block.codes.map((code) => [code.start, 'value' in code ? code.value : '']));
    return block.text.replaceAll('\uFFFC', (_, at: number) => values.get(at) ?? '');
  });
  return [...blocks, ...codeOf(draft.nodes)].join(' ');
}

function codeOf(nodes: Draft['nodes']): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'parent') {
      return codeOf(node.children);
    }
    return node.type === 'opaque' && node.node.type === 'code' ? [node.node.value] : [];
  });
}

function wordsOf(text: string): string[] {
  return (text.match(/one|two|three/gu) ?? []).toSorted((a, b) => (a < b ? -1 : 1));
}
