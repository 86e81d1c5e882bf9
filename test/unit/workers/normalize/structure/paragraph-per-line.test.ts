import { describe, expect, it } from 'vitest';
import { normalized } from '../support.ts';

const LONG = [
  'The harbour office said on Monday that the pier will close. The work takes two years.',
  'Boats will use the old dock on the other side. Nobody knows what that will cost them all.',
  'Owners met on Tuesday to talk about it. They want the city to pay for a part of the move.',
];

async function paragraphs(markdown: string): Promise<number> {
  return (await normalized(markdown)).tree.children.length;
}

describe('paragraph-per-line', () => {
  it('splits an article of one paragraph per line', async () => {
    expect(await paragraphs(LONG.join('\n'))).toBe(3);
  });

  it('splits it where headings and lists stand between as well', async () => {
    const markdown = `# Pier\n${LONG.join('\n')}\n\n- One item\n- Two items\n\n${LONG.toReversed()
      .map((line) => `${line} So it is.`)
      .join('\n')}`;
    expect(await paragraphs(markdown)).toBe(1 + 3 + 1 + 3);
  });

  it('keeps a sentence together that a lost code span has broken', async () => {
    const markdown = `${LONG.join('\n')}\nThe setting stands in the file harbour.conf\n(read when it starts\n), as it says there. It is old.`;
    expect(await paragraphs(markdown)).toBe(4);
  });

  it.each([
    ['wrapped at a width', wrap(LONG.join(' '), 48)],
    ['wrapped at a width, in paragraphs', LONG.map((line) => wrap(line, 40)).join('\n\n')],
  ])('joins lines that were %s', async (_name, markdown) => {
    expect(await paragraphs(markdown)).toBe(markdown.split('\n\n').length);
  });

  it('joins lines of one sentence each', async () => {
    const sentences = LONG.join(' ').replaceAll('. ', '.\n');
    expect(await paragraphs(`${sentences}\n\n${sentences} It ends.`)).toBe(2);
  });

  it('leaves lines of verse together', async () => {
    expect(
      await paragraphs('The sea is wide,\nThe boat is small,\nThe night is long\nFor one and all.'),
    ).toBe(1);
  });
});

function wrap(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > width) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
    }
  }
  return lines.join('\n');
}
