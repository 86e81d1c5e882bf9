import { describe, expect, it } from 'vitest';
import { Locale } from '../../../../shared/document/locale.ts';
import { findDoubleSpaces } from '../../../../shared/quality/check-double-spaces.ts';
import { findMissingNumbers } from '../../../../shared/quality/check-numbers.ts';
import { findUntranslated } from '../../../../shared/quality/check-untranslated.ts';
import type { CheckedPair } from '../../../../shared/quality/checked-pair.ts';

function pair(source: string, target: string, more: Partial<CheckedPair> = {}): CheckedPair {
  return {
    source,
    target,
    sourceLocale: Locale.parse('en'),
    locale: Locale.parse('es'),
    mentions: [],
    ...more,
  };
}

describe('findMissingNumbers', () => {
  it.each([
    ['In 2026 it began.', 'En 2026 empezó.'],
    ['It cost 1,234.5 euros.', 'Costó 1.234,5 euros.'],
    ['It cost 1,234.5 euros.', 'Coûtait 1\u202F234,5 euros.'],
    ['About 97% agreed.', 'وافق نحو ٩٧٪.'],
    ['It took 15 minutes.', '用时１５分钟。'],
    ['Two of 3 men left.', 'Dos de los tres hombres se fueron.'],
    ['It cost $1.5 million.', '费用为150万美元。'],
    ['It cost $148 million.', '費用は1億4800万ドル。'],
    ['It cost $102 million.', '비용은 1억 200만 달러.'],
    ['Some 40,000 people came.', 'Llegaron unas 40 mil personas.'],
    ['It starts at 2:30 p.m. today.', 'Empieza hoy a las 14:30.'],
    ['It starts at 9 pm.', 'Es beginnt um 21 Uhr.'],
    ['The G7 and COVID-19 matter.', 'Importan el G7 y la COVID-19.'],
  ])('finds nothing in %j / %j', (source, target) => {
    expect(findMissingNumbers(pair(source, target))).toEqual([]);
  });

  it.each([
    ['In 2026 it began.', 'En 2025 empezó.', ['2026']],
    ['It cost 1,234 euros.', 'Costó 123 euros.', ['1,234']],
    ['Between 20 and 30 came.', 'Vinieron entre 20 y 40.', ['30']],
    ['Some 100 came.', 'Vinieron 10.', ['100']],
    ['Of 43 on board, 43 were saved.', 'Todos se salvaron.', ['43']],
  ])('finds in %j / %j: %j', (source, target, numbers) => {
    const findings = findMissingNumbers(pair(source, target));
    expect(findings.map(({ message }) => message)).toEqual(
      numbers.map((number) => `The number ${number} of the source is not in the target`),
    );
  });
});

describe('findDoubleSpaces', () => {
  it('gives each run with its span', () => {
    expect(findDoubleSpaces(pair('A b.', 'Un  dos \u00A0tres.'))).toMatchObject([
      { rule: 'double-space', span: { start: 2, end: 4 } },
      { rule: 'double-space', span: { start: 7, end: 9 } },
    ]);
  });

  it.each([
    ['A  b.', 'Un  dos.'],
    ['A b.', '  Un dos.  '],
    ['A b.', 'Un dos.'],
  ])('is silent for %j / %j', (source, target) => {
    expect(findDoubleSpaces(pair(source, target))).toEqual([]);
  });
});

describe('findUntranslated', () => {
  const same = 'The ferry is back at last.';

  it('finds a target that is its source, but for case and white space', () => {
    expect(findUntranslated(pair(same, `${same.toUpperCase()} `))).toMatchObject([
      { rule: 'untranslated', severity: 'error', span: { start: 0, end: same.length + 1 } },
    ]);
  });

  it.each([
    ['another text', same, 'El ferry ha vuelto.'],
    ['names alone', 'Lena Hartwell, Reuters', 'Lena Hartwell, Reuters'],
    ['few words', 'Photo: iStock via Reuters', 'Photo: iStock via Reuters'],
  ])('is silent for %s', (_, source, target) => {
    expect(findUntranslated(pair(source, target))).toEqual([]);
  });

  it('does not count words inside a mention', () => {
    const text = 'Médecins sans frontières de France';
    const span = { start: 0, end: text.length };
    const mentions = [{ segmentId: 's', span, text, entityId: 'Q1', confidence: 1 }];
    expect(findUntranslated(pair(text, text, { mentions }))).toEqual([]);
    expect(findUntranslated(pair(text, text))).toHaveLength(1);
  });
});
