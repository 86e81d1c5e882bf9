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
  it('groups by rule and counts what was repaired alike', () => {
    const repairs = [
      repair('month-case', 'january', 'January'),
      repair('country-case', 'mexico', 'Mexico'),
      repair('month-case', 'january', 'January'),
      repair('caption-table', '![]() |\n', ''),
    ];
    const document = documentOf(['A.']);
    const lines = printed((terminal) =>
      printRepairs({ ...document, overlays: { ...document.overlays, repairs } }, terminal),
    );
    expect(lines).toEqual([
      'Repaired in the source: 4 by 3 rules',
      '  month-case',
      '    january -> January  x2',
      '  country-case',
      '    mexico -> Mexico',
      '  caption-table',
      '    ![]() |⏎ -> (nothing)',
    ]);
  });

  it.each([
    ['\u{fffc} |\n', '[image] |⏎'],
    ['a\u{ad}b', 'aU+00ADb'],
    ['  ', '··'],
    [' Photo', '·Photo'],
  ])('shows what is invisible in %j', (before, shown) => {
    const document = documentOf(['A.']);
    const overlays = { ...document.overlays, repairs: [repair('r', before, 'x')] };
    expect(printed((terminal) => printRepairs({ ...document, overlays }, terminal))[2]).toBe(
      `    ${shown} -> x`,
    );
  });

  it('cuts long texts in the middle', () => {
    const document = documentOf(['A.']);
    const repairs = [repair('r', `start ${'x'.repeat(200)} end`, 'short')];
    const lines = printed((terminal) =>
      printRepairs({ ...document, overlays: { ...document.overlays, repairs } }, terminal),
    );
    expect(lines[2]).toMatch(/^ {4}start x+ … x+ end -> short$/u);
    expect(lines[2]?.length).toBeLessThan(90);
  });

  it('says that nothing had to be repaired', () => {
    expect(printed((terminal) => printRepairs(documentOf(['A.']), terminal))).toEqual([
      'Nothing had to be repaired in the source.',
    ]);
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
  it('adds up the bands: exact is equal text, fuzzy what is similar', () => {
    expect(coverageOf(COUNTS)).toEqual({
      segments: 10,
      words: 100,
      exact: 5,
      fuzzy: 2,
      segmentPercent: 70,
      wordPercent: 66,
    });
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
  expect(printed((terminal) => printLeverage(statusOf({ locales }), terminal)).slice(1)).toEqual([
    '  locale  segments  covered  of words  exact  fuzzy  untranslated',
    '  es            10     70 %      66 %      5      2             4',
    '  ja             -        -         -      -      -             -',
  ]);
});

const NONE = { segments: 0, words: 0 };
const LEVERAGE: Leverage = {
  '102': { segments: 1, words: 20 },
  '101': { segments: 1, words: 10 },
  '100': { segments: 3, words: 20 },
  '99': { segments: 1, words: 10 },
  '95-98': NONE,
  '85-94': { segments: 1, words: 6 },
  '75-84': NONE,
  '70-74': NONE,
  new: { segments: 3, words: 34 },
};
const COUNTS: LocaleCounts = { segments: 10, translated: 6, approved: 0, source: 4, leverage: LEVERAGE };

function repair(rule: string, before: string, after: string): Repair {
  return { rule, blockId: 'b1', span: { start: 0, end: after.length }, before, after, confidence: 1 };
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
