import { describe, expect, it } from 'vitest';
import { normalized, textsOf } from '../support.ts';

describe('broken-link', () => {
  it('joins a link whose address was broken at a hyphen', async () => {
    const document = await normalized('See [the rules](https://port.example/rules-\nof-mooring) first.');
    expect(textsOf(document)).toEqual(['See the rules first.']);
    expect(document.segments[0]?.codes).toMatchObject([
      { kind: 'link', start: 4, end: 13, url: 'https://port.example/rules-of-mooring' },
    ]);
  });

  it('keeps the codes inside of its label', async () => {
    const document = await normalized('See [the **new** rules](/rules-\nof-mooring) and *more*.');
    expect(document.segments[0]?.codes.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ['link', 4, 17],
      ['strong', 8, 11],
      ['emphasis', 22, 26],
    ]);
  });

  it('joins a picture whose address was broken', async () => {
    const document = await normalized('Look: ![the pier](/img/the-\npier.jpg) is closed.');
    expect(document.segments[0]?.codes).toMatchObject([{ kind: 'image', url: '/img/the-pier.jpg' }]);
  });

  it.each([
    'He wrote [sic](in a letter\nto all of them) and left.',
    'See [the rules](javascript:show-\nthe-rules) there.',
  ])('leaves %j alone', async (text) => {
    const { overlays } = await normalized(text);
    expect(overlays.repairs.map(({ rule }) => rule)).not.toContain('broken-link');
  });
});

describe('split-link', () => {
  it('removes what is left of a link around blocks, and links a single one', async () => {
    const document = await normalized('- [\n\n  Mooring rules\n\n  ](/rules)\n\n- Second item of the list');
    expect(textsOf(document)).toEqual(['Mooring rules', 'Second item of the list']);
    expect(document.segments[0]?.codes).toMatchObject([{ kind: 'link', url: '/rules' }]);
  });

  it('leaves a bracket alone that no address closes', async () => {
    const { overlays } = await normalized('The list starts with [\n\nand it goes on without an end.');
    expect(overlays.repairs).toEqual([]);
  });
});

describe('wrapped-link', () => {
  it.each([
    [
      '## Merced River at [Happy\nIsles](/media/webcam.htm)\n\nThe view.',
      ['Merced River at Happy', 'Isles', 'The view.'],
    ],
    [
      '## History [edit](/w/index.php "Edit\nsection: History")\n\nIt is old.',
      ['History edit', 'It is old.'],
    ],
    ['## ![Welcome to the\npier](/img/title.png)\n\nThe pier is old.', ['The pier is old.']],
  ])('mends %j', async (markdown, texts) => {
    expect(textsOf(await normalized(markdown))).toEqual(texts);
  });

  it('leaves brackets of two blocks alone that are no link', async () => {
    const { overlays } = await normalized('It starts at [one\n\nand it ends] (as all know) at two.');
    expect(overlays.repairs).toEqual([]);
  });
});
