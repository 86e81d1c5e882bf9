import { describe, expect, it } from 'vitest';
import { parseHtmlFragment } from '../../../../../workers/normalize/parse/hast.ts';
import { limitEmptyRuns } from '../../../../../workers/normalize/parse/limit-empty-runs.ts';
import { segmentTexts } from '../support.ts';

function childrenAfter(html: string): number {
  const tree = parseHtmlFragment(html);
  limitEmptyRuns(tree);
  return tree.children.length;
}

describe('limitEmptyRuns', () => {
  it.each([
    ['elements', '<i></i>'],
    ['elements in each other', '<i><b><!-- a --></b></i>'],
    ['comments', '<!-- a -->'],
    ['elements and spaces', '<meta name=a content=b> <span> </span>'],
  ])('drops a long run of %s', (_name, unit) => {
    expect(childrenAfter(`a${unit.repeat(500)}b`)).toBeLessThan(5);
  });

  it.each([
    ['pictures', '<img src=a>'],
    ['breaks', '<br>'],
    ['elements around pictures', '<b><img src=a></b>'],
    ['elements with a letter', '<i>a</i>'],
  ])('keeps %s', (_name, unit) => {
    expect(childrenAfter(unit.repeat(60))).toBe(60);
  });

  it('leaves ordinary runs alone', () => {
    expect(childrenAfter(`a${'<i></i>'.repeat(20)}b`)).toBe(22);
  });

  it('keeps words apart that a run stood between with a space', async () => {
    const run = '<i></i> '.repeat(500);
    expect(
      await segmentTexts(`<p>One${run}two${'<i></i>'.repeat(500)}three.</p>`, { format: 'html' }),
    ).toEqual(['One twothree.']);
  });
});
