import * as fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parseMarkdownTree } from '../../../../../workers/normalize/parse/markdown-parser.ts';

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
];

describe('parseMarkdownTree', () => {
  it('gives the tree that all of the syntax gives, whatever it leaves out', { timeout: 20_000 }, () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (markdown) => {
        expect(parseMarkdownTree(markdown, false)).toEqual(whole.parse(markdown));
      }),
      { numRuns: 600 },
    );
  });

  it('reads front matter only where there is some', () => {
    expect(parseMarkdownTree('---\na: b\n---\nc', true).children[0]?.type).toBe('yaml');
    expect(parseMarkdownTree('---\na: b\n---\nc', false).children[0]?.type).toBe('thematicBreak');
  });
});
