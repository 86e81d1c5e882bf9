import { describe, expect, it } from 'vitest';
import { printEntities } from '../../../../../services/cli/report/entities.ts';
import { coverageOf, printLeverage } from '../../../../../services/cli/report/leverage.ts';
import { printRepairs } from '../../../../../services/cli/report/repairs.ts';
import { createTerminal } from '../../../../../services/cli/terminal/terminal.ts';
import type { LocaleCounts } from '../../../../../shared/api/article-status.ts';
import type { Entity } from '../../../../../shared/document/entity-mention.ts';
import type { Repair } from '../../../../../shared/document/overlay.ts';
import type { Leverage } from '../../../../../shared/memory/match.ts';
import { documentOf } from '../../../../support/builders.ts';
import { statusOf } from '../scripted-service.ts';

describe('printRepairs', () => {
  it('prints a line per rule, aligned, and counts what was repaired alike', () => {
    const lines = printedRepairs([
      repair('month-case', 'january', 'January'),
      repair('place-case', 'mexico', 'Mexico'),
      repair('month-case', 'may', 'May'),
      repair('month-case', 'january', 'January'),
      repair('caption-table', '\u{fffc} |', ''),
    ]);
    expect(lines).toEqual([
      'Repaired in the source: 5 by 3 rules',
      '  month-case     january -> January x2, may -> May',
      '  place-case     mexico -> Mexico',
      "  caption-table  table frame around the picture's caption removed",
    ]);
  });

  it('goes on below where the changes of a rule do not fit on a line', () => {
    const names = Array.from({ length: 12 }, (_, index) => `name${index}`);
    const lines = printedRepairs(names.map((name) => repair('r', name, name.toUpperCase())));
    expect(lines[1]).toMatch(/^ {2}r {2}name0 -> NAME0, /u);
    expect(lines[2]).toMatch(/^ {5}name\d+ -> NAME\d+, /u);
    expect(lines.every((line) => line.length <= 80)).toBe(true);
    expect(names.every((name) => lines.some((line) => line.includes(`${name} ->`)))).toBe(true);
  });

  it('says that nothing had to be repaired', () => {
    expect(printedRepairs([])).toEqual(['Nothing had to be repaired in the source.']);
  });
});

it('prints entities by type with how often they are mentioned', () => {
  const entities = [
    entity('Q1', 'PER', 'Jane Doe'),
    entity('Q2', 'LOC', 'Mexico'),
    entity('v1', 'CARDINAL', '3'),
  ];
  const mentions = ['Q1', 'Q2', 'Q1', 'v1'].map((entityId) => ({
    segmentId: 's0000000000',
    span: { start: 0, end: 1 },
    text: 'x',
    entityId,
    confidence: 1,
  }));
  expect(printed((terminal) => printEntities({ entities, mentions }, terminal))).toEqual([
    'Entities: 3, mentioned 4 times',
    '  people: Jane Doe x2',
    '  places: Mexico',
    '  numbers and others: 3',
  ]);
});

describe('coverageOf', () => {
  it('takes as translated what is served: equal text, and what was repaired to be equal', () => {
    expect(coverageOf(COUNTS)).toEqual({
      sentences: 10,
      translated: 6,
      fuzzy: 1,
      left: 3,
      sentencePercent: 60,
      wordPercent: 63,
    });
  });

  it.each([
    ['a 99 that could not be repaired is fuzzy', { translated: 5, source: 5 }, { fuzzy: 2, left: 3 }],
    ['equal text that could not be served is left', { translated: 4, source: 6 }, { fuzzy: 2, left: 4 }],
    ['nothing is fuzzy where everything is served', { translated: 10, source: 0 }, { fuzzy: 0, left: 0 }],
  ])('%s', (_, served, expected) => {
    expect(coverageOf({ ...COUNTS, ...served })).toMatchObject(expected);
  });

  it('adds up to the sentences, whatever was served', () => {
    for (let translated = 0; translated <= 10; translated += 1) {
      const coverage = coverageOf({ ...COUNTS, translated, source: 10 - translated });
      const { fuzzy = -1, left = -1 } = coverage ?? {};
      expect(Math.min(fuzzy, left)).toBeGreaterThanOrEqual(0);
      expect(translated + fuzzy + left).toBe(coverage?.sentences);
    }
  });

  it('says 100 % of the words only where nothing is left', () => {
    expect(coverageOf({ ...COUNTS, translated: 10, source: 0 })?.wordPercent).toBe(100);
    expect(coverageOf({ ...COUNTS, translated: 9, source: 1 })?.wordPercent).toBeLessThan(100);
  });

  it('is absent before the lookup has ended', () => {
    expect(coverageOf(undefined)).toBeUndefined();
  });
});

it('prints a line per locale, with dashes where nothing is known yet', () => {
  const stage = { state: 'done', at: 1 } as const;
  const locales = {
    es: { 'tm-lookup': stage, render: stage, counts: COUNTS },
    ja: { 'tm-lookup': stage, render: { state: 'failed', at: 1 } as const },
  };
  const lines = printed((terminal) => printLeverage(statusOf({ locales }), terminal));
  expect(lines).toEqual([
    'From the translation memory',
    '  locale  translated  of sentences  of words  fuzzy  left in source  sentences',
    '  es               6          60 %      63 %      1               3         10',
    '  ja               -             -         -      -               -          -',
    '  fuzzy: has a suggestion to check, in the .json output; shows the source text',
    '  left in source: has none; shows the source text',
  ]);
});

const NONE = { segments: 0, words: 0 };
const LEVERAGE: Leverage = {
  '102': { segments: 1, words: 20 },
  '101': { segments: 1, words: 10 },
  '100': { segments: 3, words: 20 },
  '99': { segments: 1, words: 13 },
  '95-98': NONE,
  '85-94': { segments: 1, words: 6 },
  '75-84': NONE,
  '70-74': NONE,
  new: { segments: 3, words: 31 },
};
const COUNTS: LocaleCounts = { segments: 10, translated: 6, approved: 0, source: 4, leverage: LEVERAGE };

function repair(rule: string, before: string, after: string): Repair {
  return { rule, blockId: 'b1', span: { start: 0, end: after.length }, before, after, confidence: 1 };
}

function printedRepairs(repairs: readonly Repair[]): readonly string[] {
  const document = documentOf(['A.']);
  return printed((terminal) =>
    printRepairs({ ...document, overlays: { ...document.overlays, repairs: [...repairs] } }, terminal),
  );
}

function entity(id: string, type: Entity['type'], name: string): Entity {
  return { id, type, name, names: {}, evidence: [] };
}

function printed(print: (terminal: ReturnType<typeof createTerminal>) => void): readonly string[] {
  const out: string[] = [];
  const stdout = { write: (text: string) => out.push(text) };
  print(createTerminal({ stdout, stderr: { write: () => true }, env: {}, json: false }));
  return out.join('').trimEnd().split('\n');
}
