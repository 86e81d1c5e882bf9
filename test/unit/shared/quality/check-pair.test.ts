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
    ['de', 'It has 48 seats.', 'Er hat achtundvierzig Plätze.'],
    ['ru', 'It has 48 seats.', 'В нём сорок восемь мест.'],
    ['ko', 'He sold 15 pigs.', '그는 돼지 열다섯 마리를 팔았다.'],
    ['fa', 'A 19th-century pier.', 'اسکله‌ای از قرن نوزدهم.'],
    ['ar', 'It closed in the 1980s.', 'أُغلق في ثمانينيات القرن العشرين.'],
    ['ar', 'It opened in the early 2000s.', 'افتُتح في بداية القرن الواحد والعشرين.'],
    ['zh-Hans', 'It opens on 30th September.', '九月三十日开放。'],
    ['ja', 'It cost £125m.', '1億2,500万ポンドかかった。'],
    ['ko', 'It cost 250 million.', '2억 5천만이 들었다.'],
    ['fa', 'It has 39,768 seats and 9.5 rows.', '۳۹،۷۶۸ صندلی و ۹/۵ ردیف دارد.'],
    ['hi', 'It has 250,000 seats.', 'इसमें 2.5 लाख सीटें हैं।'],
    ['th', 'It closed in 2018.', 'ปิดในปี 2561'],
    ['ko', 'It left at 4.40 am.', '오전 4시 40분에 떠났다.'],
    ['de', 'It left at 9.30pm.', 'Sie fuhr um 21:30 Uhr ab.'],
    ['fa', 'Call 0800 555 111.', 'با ۰۸۰۰۵۵۵۱۱۱ تماس بگیرید.'],
    ['es', 'It is in the SS19 collection.', 'Está en la colección de 2019.'],
    ['de', 'It is 20 to 30 miles away.', 'Es ist 32 bis 48 Kilometer entfernt.'],
    ['es', 'It cost 5,000.00 euros.', 'Costó 5000 euros.'],
    ['fr', 'It takes 30 minutes.', 'Cela prend une demi-heure.'],
  ])('finds nothing in %s: %j / %j', (locale, source, target) => {
    expect(findMissingNumbers(pair(source, target, { locale: Locale.parse(locale) }))).toEqual([]);
  });

  it.each([
    ['In 2026 it began.', 'En 2025 empezó.', ['2026 of the source is not in the target, which has 2025']],
    ['It cost 1,234 euros.', 'Costó 123 euros.', ['1,234 of the source is not in the target']],
    [
      'Between 20 and 30 came.',
      'Vinieron entre 20 y 40.',
      ['30 of the source is not in the target, which has 40'],
    ],
    ['Some 100 came.', 'Vinieron 10.', ['100 of the source is not in the target']],
    ['Of 43 on board, 43 were saved.', 'Todos se salvaron.', ['43 of the source is not in the target']],
    ['Agent 007 came.', 'Vino el agente 008.', ['007 of the source is not in the target, which has 008']],
    ['See KB40192.', 'Vea KB40193.', ['40192 of the source is not in the target, which has 40193']],
    ['2 million and 100.', '2 millones y 1.', ['100 of the source is not in the target']],
  ])('finds in %j / %j: %j', (source, target, numbers) => {
    const findings = findMissingNumbers(pair(source, target));
    expect(findings.map(({ message }) => message)).toEqual(numbers.map((number) => `The number ${number}`));
  });

  it('marks the number that stands there instead', () => {
    expect(findMissingNumbers(pair('Some 281 shops.', 'Unas 218 tiendas.'))).toMatchObject([
      { rule: 'number-missing', span: { start: 5, end: 8 } },
    ]);
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
    ['a path', 'app\\skins\\page_right_small.gif', 'app\\skins\\page_right_small.gif'],
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
