import { describe, expect, it } from 'vitest';
import { readSimpleBlock } from '../../../../../workers/normalize/parse/simple-blocks.ts';

describe('readSimpleBlock', () => {
  it.each([
    ['a paragraph of lines', 'The pier\n closes.', 'paragraph'],
    [
      'emphasis and a link',
      'The **old** pier [closes](https://a.org/b_c?d=1&e "May"), *at last*.',
      'paragraph',
    ],
    ['a word with underscores', 'Set pier_is_open, or 3 * 4.', 'paragraph'],
    ['a heading', '## The pier', 'heading'],
    ['a list', '- The pier\n- The [quay](b)\n  and the harbour', 'list'],
    ['a numbered list', '3. The pier\n4. The quay', 'list'],
  ])('reads %s', (_, lines, type) => {
    expect(readSimpleBlock(lines)?.type).toBe(type);
  });

  it.each([
    ['an underlined heading', 'The pier\n---'],
    ['a table', 'a | b\n--- | ---'],
    ['a heading with closing marks', '# The pier #'],
    ['a heading with text below', '# The pier\ncloses'],
    ['a rule', '* * *'],
    ['a task', '- [ ] Close the pier'],
    ['a nested list', '- The pier\n  - The quay'],
    ['lists of two marks', '- The pier\n* The quay'],
    ['a line break that shows', 'The pier  \ncloses'],
    ['an indented block', '    The pier'],
    ['raw HTML', 'The <b>pier</b>'],
    ['an address', 'See www.a.org'],
    ['an escape', 'The \\*pier'],
    ['a character reference', 'Pier &amp; quay'],
    ['code', 'The `pier`'],
    ['marks that do not pair', 'The **pier* closes'],
    ['marks inside a word', 'The pi*er cl*oses'],
    ['a link around brackets', '[The [old] pier](b)'],
    ['a link with an address in parentheses', '[The pier](a(b))'],
    ["emphasis over a link's end", '*The [pier*](b)'],
  ])('leaves %s to the full parser', (_, lines) => {
    expect(readSimpleBlock(lines)).toBeUndefined();
  });
});
