import * as fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { hasFootnotes, lightToHast } from '../../../../workers/render/light-to-hast.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const PIECES = [
  '# Heading *one*',
  'Words, **strong _and_ emphasis**, `code`, ~~gone~~.',
  'One line\\\n   another  \n  `third`\\\n  *fourth*\nfifth',
  '[link](https://news.example/ä?a=b&c "title") ![alt](p.png "t")',
  '> quoted\n>\n> > deeper',
  '- one\n- two\n  - three',
  '- one\n\n- two\n\n  more',
  '- [ ] open\n- [x] *done*\n-',
  '3. three\n4. four',
  '| a | b |\n|:-|-:|\n| 1 |\n| 2 | 3 | 4 |',
  '```js x\nconst a = 1;\n```',
  '    indented',
  '***',
  '<b>raw</b> and <i>',
  '',
];

describe('lightToHast', () => {
  it('makes of a tree without footnotes what the long way makes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }), (pieces) => {
        const tree = parser.parse(pieces.join('\n\n'));
        expect(toHtml(lightToHast(tree, {}))).toBe(toHtml(toHast(tree)));
      }),
    );
  });

  it('asks the handlers that it is given first', () => {
    const tree = parser.parse('Some *words*.');
    const handlers = { emphasis: () => ({ type: 'text', value: 'others' }) as const };
    expect(toHtml(lightToHast(tree, { handlers }))).toBe('<p>Some others.</p>');
  });
});

describe('hasFootnotes', () => {
  it.each([
    ['Words.', false],
    ['Words[^a].\n\n[^a]: Note.', true],
    ['> - *Words[^a].*\n\n[^a]: Note.', true],
  ])('says of %j: %s', (markdown, expected) => {
    expect(hasFootnotes(parser.parse(markdown))).toBe(expected);
  });
});
