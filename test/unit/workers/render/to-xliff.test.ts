import { describe, expect, it } from 'vitest';
import { readXliff } from '../../../../shared/exchange/xliff/read.ts';
import { documentOf } from '../../../support/builders.ts';
import { collect, piecesOf, unitsIn } from '../../shared/exchange/events.ts';
import { coded, image, lineBreak, link, matchOf, strong, write } from './render-input.ts';

const DOCUMENT = documentOf(
  [
    [{ text: 'Read this & that now.', codes: [link(1, 5, 16), strong(2, 10, 16)] }, 'It "rained".'],
    [{ text: 'A picture \uFFFC here.', codes: [image(1, 10)] }],
  ],
  { externalId: 'a "quoted" <id>' },
);
const TARGET = coded('Lee esto y eso ahora.', [link(1, 4, 14), strong(2, 9, 14)]);

describe('XLIFF 2.1', () => {
  it('gives back every served pair with codes and state', async () => {
    const written = write('xliff', DOCUMENT, 'es', {
      'Read this & that now.': TARGET,
      'It "rained".': matchOf('Llovió.', { review: 'reviewed' }),
    });
    const units = unitsIn(await collect(readXliff(piecesOf(written, 50))));
    expect(
      units.map(({ source, target, provenance }) => ({ source, target, review: provenance.review })),
    ).toEqual([
      {
        source: { text: DOCUMENT.segments[0]?.text, codes: DOCUMENT.segments[0]?.codes },
        target: TARGET,
        review: 'approved',
      },
      { source: coded('It "rained".'), target: coded('Llovió.'), review: 'reviewed' },
    ]);
  });

  it('groups sentences by block, names state and origin, and leaves the target out where there is none', () => {
    const written = write('xliff', DOCUMENT, 'es', { 'It "rained".': 'Llovió.' });
    expect(written).toContain('<file id="f1" original="a &quot;quoted&quot; &lt;id&gt;">');
    expect(written.match(/<group /gu)).toHaveLength(2);
    expect(written).toContain('<segment id="s1" state="final" subState="polywire:exact">');
    expect(written).toContain('<segment id="s1" state="initial" subState="polywire:none">');
    expect(written.match(/<\/target>\n<\/segment>/gu)).toHaveLength(1);
  });

  it('offers what the memory had, with its score', () => {
    const fuzzy = matchOf('Llovía.', {
      kind: 'fuzzy',
      score: 84,
      unitId: 'u7',
      source: coded('It rained.'),
      parts: { base: 88, deductions: [], formula: 'test' },
    });
    const written = write('xliff', DOCUMENT, 'es', { 'It "rained".': fuzzy });
    expect(written).toContain(
      '<mtc:match id="m1" ref="#s1" type="tm" similarity="88" matchSuitability="84" origin="u7">\n<source>It rained.</source>\n<target>Llovía.</target>\n</mtc:match>',
    );
  });

  it('writes overlapping codes of a stored target apart', () => {
    const crossing = coded('uno dos tres', [strong(1, 0, 7), link(2, 4, 12)]);
    const written = write('xliff', DOCUMENT, 'es', {
      'It "rained".': matchOf(crossing, { kind: 'fuzzy', score: 71 }),
    });
    expect(written).toMatch(
      /<sc id="1" [^>]*\/>uno <sc id="2" [^>]*\/>dos<ec startRef="1"[^>]*\/> tres<ec startRef="2"/u,
    );
  });

  it('keeps codes that stay in their place from being moved, copied or deleted', () => {
    const fixed = { ...lineBreak(1, 4), canReorder: false };
    const document = documentOf([
      [{ text: 'One,\uFFFCtwo,\uFFFCthree.', codes: [fixed, { ...fixed, id: 2, start: 9, end: 10 }] }],
    ]);
    const written = write('xliff', document, 'es');
    expect(written.match(/canReorder="\w+"/gu)).toEqual(['canReorder="firstNo"', 'canReorder="no"']);
  });
});
