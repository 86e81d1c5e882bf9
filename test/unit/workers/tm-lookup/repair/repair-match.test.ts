import { describe, expect, it } from 'vitest';
import { configPath } from '../../../../../config/project-root.ts';
import { readFiles } from '../../../../../config/read-files.ts';
import { readTables } from '../../../../../config/read-tables.ts';
import type { InlineCode } from '../../../../../shared/document/inline-code.ts';
import { Locale } from '../../../../../shared/document/locale.ts';
import type { Match } from '../../../../../shared/memory/match.ts';
import { loadValueGrammars } from '../../../../../shared/values/load-value-grammars.ts';
import { createTagEntitiesDeps } from '../../../../../workers/tag-entities/deps.ts';
import { framesOf, RepairFrames } from '../../../../../workers/tm-lookup/repair/frames.ts';
import { createPlaceableReader } from '../../../../../workers/tm-lookup/repair/read-placeables.ts';
import { type RepairOutcome, repairMatch } from '../../../../../workers/tm-lookup/repair/repair-match.ts';

const { nameIndexFor } = await createTagEntitiesDeps();
const deps = {
  read: createPlaceableReader({
    grammarFor: loadValueGrammars(await readFiles(configPath('values'), '.json')),
    nameIndexFor,
  }),
  framesFor: framesOf(await readTables(configPath('repairs'), RepairFrames)),
};

type Pair = readonly [source: string, target: string];

function outcomeOf(
  locale: string,
  [source, target]: Pair,
  wanted: string,
  rest: Partial<Match> = {},
): RepairOutcome {
  const match: Match = {
    kind: 'fuzzy',
    score: 80,
    unitId: 'unit',
    source: { text: source, codes: [] },
    target: { text: target, codes: [] },
    parts: { base: 80, deductions: [], formula: 'any' },
    review: 'approved',
    ...rest,
  };
  const query = {
    source: { text: wanted, codes: [] },
    sourceLocale: Locale.parse('en'),
    locale: Locale.parse(locale),
  };
  return repairMatch(query, match, deps);
}

function strong(start: number, end: number): InlineCode {
  return { kind: 'strong', id: 1, start, end, canDelete: false, canReorder: true };
}

function repair(locale: string, pair: Pair, wanted: string): string {
  const outcome = outcomeOf(locale, pair, wanted);
  switch (outcome.kind) {
    case 'repaired':
      return outcome.match.target.text;
    case 'refused':
      return `refused: ${outcome.value}: ${outcome.reason}`;
    case 'other':
      return 'other';
  }
}

describe('repairMatch', () => {
  it.each<[string, Pair, string, string]>([
    ['es', ['12 ships left.', 'Zarparon 12 barcos.'], '15 ships left.', 'Zarparon 15 barcos.'],
    [
      'de',
      ['It cost 1,250 euros.', 'Es kostete 1.250 Euro.'],
      'It cost 48,000 euros.',
      'Es kostete 48.000 Euro.',
    ],
    ['fr', ['It fell by 3.5%.', 'Il a baissé de 3,5 %.'], 'It fell by 12.8%.', 'Il a baissé de 12,8 %.'],
    ['ru', ['We met on May 3.', 'Мы встретились 3 мая.'], 'We met on June 12.', 'Мы встретились 12 июня.'],
    ['fr', ['We met on May 3.', 'On s’est vu le 3 mai.'], 'We met on June 1.', 'On s’est vu le 1er juin.'],
    [
      'vi',
      ['We met on May 3.', 'Gặp nhau ngày 3 tháng 5.'],
      'We met on June 12.',
      'Gặp nhau ngày 12 tháng 6.',
    ],
    ['ja', ['It opens at 9 a.m.', '9:00に開く。'], 'It opens at 10:30 a.m.', '10:30に開く。'],
    ['es', ['He left Mexico.', 'Salió de México.'], 'He left Brazil.', 'Salió de Brasil.'],
    ['fr', ['He left Mexico.', 'Il a quitté le Mexique.'], 'He left Brazil.', 'Il a quitté le Brésil.'],
    ['de', ['He left Mexico.', 'Er verließ Mexiko.'], 'He left Brazil.', 'Er verließ Brasilien.'],
    [
      'es',
      ['See https://a.example/x.', 'Vea https://a.example/x.'],
      'See https://b.example/y.',
      'Vea https://b.example/y.',
    ],
  ])('%s: exchanges what alone differs: %j for %s', (locale, pair, wanted, expected) => {
    expect(repair(locale, pair, wanted)).toBe(expected);
  });

  it.each<[string, string, Pair, string, string]>([
    [
      'another plural form',
      'ru',
      ['12 ships left.', 'Ушло 12 кораблей.'],
      '21 ships left.',
      '12: plural-form',
    ],
    [
      'an article that the name decides',
      'fr',
      ['He left Mexico.', 'Il a quitté le Mexique.'],
      'He left France.',
      'Mexico: class-of-country',
    ],
    [
      'a preposition that the name decides',
      'fr',
      ['He is in Iran.', 'Il est en Iran.'],
      'He is in Mexico.',
      'Iran: class-of-country',
    ],
    [
      'a contraction before a vowel',
      'it',
      ['It fell by 3%.', 'È calato del 3%.'],
      'It fell by 8%.',
      '3: sound-of-the-word-before',
    ],
    [
      'a case ending',
      'ru',
      ['He left Mexico.', 'Он покинул Мексику.'],
      'He left Brazil.',
      'Mexico: not-in-the-target',
    ],
    [
      'a genitive',
      'de',
      ['Mexico’s capital', 'Mexikos Hauptstadt'],
      'Brazil’s capital',
      'Mexico: written-onto-another-word',
    ],
    ['a suffix', 'tr', ['It is 12.', 'Saat 12’de.'], 'It is 15.', '12: written-onto-another-word'],
    [
      'the same number twice',
      'es',
      ['5 of 5 ships left.', 'Zarparon 5 de 5 barcos.'],
      '5 of 7 ships left.',
      '5: not-told-apart-in-the-target',
    ],
    [
      'a number that another value hides',
      'es',
      ['9 left at 9 p.m.', 'Se fueron nueve a las 21 h, y 9 más.'],
      '8 left at 9 p.m.',
      '9: not-told-apart-in-the-target',
    ],
    [
      'a number in words that may stand in digits',
      'es',
      ['9 men and nine dogs', 'nueve hombres y 9 perros'],
      '8 men and nine dogs',
      '9: not-told-apart-in-the-target',
    ],
    [
      'a number that the translation counts otherwise',
      'hi',
      ['It cost 148 million.', 'लागत 14.8 करोड़ थी।'],
      'It cost 90 million.',
      '148: not-in-the-target',
    ],
    [
      'a title that tells a person’s gender',
      'vi',
      ['Emmanuel Macron spoke.', 'Ông Emmanuel Macron phát biểu.'],
      'Claudia Sheinbaum spoke.',
      'Emmanuel Macron: gender',
    ],
    [
      'a weekday whose gender shows',
      'pt-BR',
      ['It is on Monday.', 'É na segunda-feira.'],
      'It is on Sunday.',
      'Monday: weekday-form',
    ],
  ])('refuses %s', (...[, locale, pair, wanted, expected]) => {
    expect(repair(locale, pair, wanted)).toBe(`refused: ${expected}`);
  });

  it.each([
    ['other words', ['12 ships left.', 'Zarparon 12 barcos.'], '15 boats left.'],
    ['the same values', ['12 ships left.', 'Zarparon 12 barcos.'], '12 ships left!'],
    ['a negation', ['12 ships left.', 'Zarparon 12 barcos.'], '15 ships did not leave.'],
    ['another unit', ['It cost $5 million.', 'Costó 5 millones.'], 'It cost $5 billion.'],
    [
      'a date with fewer fields',
      ['On May 3, 2025 it rained.', 'Llovió el 3 de mayo de 2025.'],
      'On May 4 it rained.',
    ],
  ] as const)('leaves a match with %s alone', (_, pair, wanted) => {
    expect(repair('es', pair, wanted)).toBe('other');
  });

  it('scores 99, says what was exchanged, and keeps what else counts against the match', () => {
    const pair = ['12 ships left on May 3.', 'El 3 de mayo zarparon 12 barcos.'] as const;
    const deductions = [
      { name: 'ambiguous', points: 1 },
      { name: 'punctuation', points: 2 },
    ];
    const outcome = outcomeOf('es', pair, '15 ships left on May 4.', {
      parts: { base: 60, deductions, formula: 'any' },
    });
    expect(outcome).toMatchObject({
      kind: 'repaired',
      match: {
        kind: 'repaired',
        score: 98,
        target: { text: 'El 4 de mayo zarparon 15 barcos.' },
        parts: { base: 100, deductions: [{ name: 'repaired', points: 1 }, deductions[0]] },
        repairs: [
          { kind: 'number', sourceBefore: '12', sourceAfter: '15', targetBefore: '12', targetAfter: '15' },
          { kind: 'date', sourceBefore: 'May 3', targetBefore: '3 de mayo', targetAfter: '4 de mayo' },
        ],
      },
    });
  });

  it('moves inline codes with the text, and refuses one that begins inside a value', () => {
    const source = { text: '12 ships left today.', codes: [strong(14, 19)] };
    const moved = outcomeOf('es', ['', ''], '15000 ships left today.', {
      source,
      target: { text: 'Zarparon 12 barcos hoy.', codes: [strong(19, 22)] },
    });
    expect(moved).toMatchObject({
      match: { target: { text: 'Zarparon 15.000 barcos hoy.', codes: [{ start: 23, end: 26 }] } },
    });
    const broken = outcomeOf('es', ['', ''], '15 ships left today.', {
      source,
      target: { text: 'Zarparon 12 barcos hoy.', codes: [strong(10, 22)] },
    });
    expect(broken).toMatchObject({ kind: 'refused', reason: 'markup-inside-the-value' });
  });
});
