import { describe, expect, it } from 'vitest';
import { LEVERAGE_RATES } from '../../../../config/rates.ts';
import { Locale } from '../../../../shared/document/locale.ts';
import { leverageToCsv, leverageToTrados } from '../../../../shared/memory/leverage-formats.ts';
import { type LeverageReport, leverageReportOf } from '../../../../shared/memory/leverage-report.ts';

const es = Locale.parse('es');
const report = leverageReportOf(
  [
    {
      externalId: 'one',
      segments: [
        { text: 'A new sentence here.' },
        { text: 'A new sentence here.' },
        { text: 'Known already.', score: 100 },
        { text: 'Known already.', score: 100 },
        { text: '12 ships left.', score: 99, repaired: true },
        { text: 'Nearly \uFFFC known.', score: 88 },
      ],
    },
    {
      externalId: 'two & more',
      segments: [{ text: 'A new sentence here.' }, { text: '你好世界', score: 102 }],
    },
  ],
  {
    locale: es,
    rates: { ...LEVERAGE_RATES, repetition: 30, new: 100, '100': 25, '99': 40, '85-94': 60, '102': 0 },
  },
);

function rowOf(band: string): LeverageReport['rows'][number] | undefined {
  return report.rows.find((row) => row.band === band);
}

describe('leverageReportOf', () => {
  it('counts what comes again as a repetition, in the same article and in later ones', () => {
    expect(rowOf('new')).toMatchObject({ segments: 1, words: 4 });
    expect(rowOf('repetition')).toMatchObject({ segments: 2, words: 8, rate: 30, weightedWords: 2.4 });
  });

  it('counts what the memory has by its band, however often it comes', () => {
    expect(rowOf('100')).toMatchObject({ segments: 2, words: 4, weightedWords: 1 });
    expect(rowOf('99')).toMatchObject({ segments: 1, repaired: 1, words: 3 });
  });

  it('counts characters without spaces and codes, and words of scripts without spaces', () => {
    expect(rowOf('85-94')).toMatchObject({ words: 2, characters: 12 });
    expect(rowOf('102')).toMatchObject({ words: 2, characters: 4 });
  });

  it('sums to its total', () => {
    expect(report.total).toMatchObject({ segments: 8, words: 23 });
    expect(report.total.weightedWords).toBeCloseTo(4 + 2.4 + 1 + 1.2 + 1.2);
    expect(report.articles).toEqual(['one', 'two & more']);
  });
});

describe('the scores of other tools', () => {
  it('count the same matches by their own bands', () => {
    const segments = [
      { text: 'He agreed.', stored: 'He agreed!', score: 98 },
      { text: 'Yes.', stored: 'Yes.', score: 101 },
      { text: 'Nothing like it.' },
    ];
    const { profiles } = leverageReportOf([{ externalId: 'one', segments }], {
      locale: es,
      rates: LEVERAGE_RATES,
      profiles: ['okapi', 'weblate'],
    });
    expect(profiles?.okapi).toMatchObject({
      '100': { segments: 1, words: 1 },
      '75-84': { segments: 1, words: 2 },
      new: { segments: 1, words: 3 },
    });
    expect(profiles?.weblate).toMatchObject({ '85-94': { segments: 1, words: 2 } });
    expect(report.profiles).toBeUndefined();
  });
});

describe('its formats', () => {
  it('writes a line of CSV for each band and the total', () => {
    const lines = leverageToCsv([report]).split('\r\n');
    expect(lines).toHaveLength(13);
    expect(lines[0]).toBe('locale,band,segments,words,characters,repaired,rate,weightedWords');
    expect(lines).toContain('es,repetition,2,8,34,0,30,2.4');
    expect(lines[11]).toMatch(/^es,total,8,23,/u);
  });

  it('writes an analysis file whose bands sum to its total', () => {
    const xml = leverageToTrados(report);
    expect(xml).toContain('<file name="two &amp; more"/>');
    expect(xml).toMatch(/<fuzzy min="95" max="99" segments="1" words="3"/u);
    const analysed = xml.slice(xml.indexOf('<analyse>'));
    const counts = [...analysed.matchAll(/<(\w+)[^>]* segments="(\d+)"/gu)].map(([, name, count]) => [
      name,
      Number(count),
    ]);
    const sum = counts
      .filter(([name]) => name !== 'total')
      .reduce((total, [, count]) => total + Number(count), 0);
    expect(counts.find(([name]) => name === 'total')?.[1]).toBe(sum);
    expect(sum).toBe(8);
  });
});
