import { describe, expect, it } from 'vitest';
import { normalized, segmentTexts } from '../support.ts';

const REFRAIN = 'The following table lists the fares of this line in the order of their distance.';
const OTHERS = ['Line one is short.', 'Line two is long.', 'Line three is new.', 'Line four is old.'];

describe('repeated-paragraph', () => {
  it('keeps a sentence that introduces something in each section', async () => {
    const markdown = OTHERS.map((line) => `## ${line}\n\n${REFRAIN}\n\n${line} It is green.`).join('\n\n');
    expect((await normalized(markdown)).overlays.repairs).toEqual([]);
  });

  it('removes a second copy of several paragraphs', async () => {
    const copy = OTHERS.map(
      (line) => `${line} It takes one hour from the old harbour to its end at the lighthouse.`,
    );
    const filler = ['What follows was printed twice.', 'Nobody knows why.', 'It was late.', 'So be it.'];
    const texts = await segmentTexts([...copy, ...filler, ...copy].join('\n\n'));
    expect(texts).toHaveLength(8 + 4);
  });
});

describe('duplicate-headline', () => {
  it('prefers the heading to the title of the page', async () => {
    const document = await normalized(
      '# Pier closes for good | Harbour Post\n\n## Pier closes for good\n\nIt closed.',
    );
    expect(document.meta.headline).toBe('Pier closes for good');
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['headline', 'paragraph']);
  });

  it('keeps a headline of two parts', async () => {
    const document = await normalized(
      '# Pier closes for good - and then?\n\n## Two years of work\n\nIt closed.',
    );
    expect(document.overlays.repairs).toEqual([]);
  });
});
