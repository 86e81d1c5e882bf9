import { describe, expect, it } from 'vitest';
import {
  type ChooseOptions,
  chooseTargets,
  compareMatches,
} from '../../../../shared/memory/choose-targets.ts';
import { describeMatch } from '../../../../shared/memory/describe-match.ts';
import type { Match } from '../../../../shared/memory/match.ts';
import { type UnitSpec, unitOf } from '../../../support/units.ts';

const exact = { base: 100, deductions: [] } as const;
const fuzzy = { base: 86, deductions: [{ name: 'codes', points: 1 }] } as const;

describe('chooseTargets', () => {
  it('explains every point between base and score', () => {
    const units = [{ source: 'Yes.', target: 'Sí.', contextBefore: 'A', key: 'k' }];
    for (const source of [exact, fuzzy]) {
      const [match] = choose(units, {
        source,
        place: { contextBefore: 'A', key: 'k' },
        unreviewedPenalty: 7,
      });
      const points = match?.parts.deductions.reduce((sum, each) => sum + each.points, 0) ?? 0;
      expect(match?.score).toBe((match?.parts.base ?? 0) - points);
    }
  });

  it.each([
    ['context', { contextAfter: 'B' }, 0, 'context', 101],
    ['equal text', {}, 0, 'exact', 100],
    ['equal text, unreviewed, where that costs', {}, 5, 'fuzzy', 95],
    ['context, unreviewed, where that costs', { contextAfter: 'B' }, 5, 'fuzzy', 96],
  ] as const)('names the kind by the score: %s', (...[, place, unreviewedPenalty, kind, score]) => {
    const [match] = choose([{ source: 'Yes.', target: 'Sí.', contextAfter: 'B' }], {
      source: exact,
      place,
      unreviewedPenalty,
    });
    expect([match?.kind, match?.score]).toEqual([kind, score]);
  });

  it('does not let context lift a text that is not equal', () => {
    const [match] = choose([{ source: 'Yes.', target: 'Sí.', key: 'k' }], {
      source: fuzzy,
      place: { key: 'k' },
    });
    expect(match?.score).toBe(85);
  });

  it('takes no penalty off a reviewed target', () => {
    const units = [{ source: 'Yes.', target: 'Sí.', provenance: { review: 'reviewed' } as const }];
    expect(choose(units, { unreviewedPenalty: 5 })[0]?.score).toBe(100);
  });

  it('takes a point off each of several targets, and none where context speaks for one', () => {
    const units = [
      { source: 'Yes.', target: 'Sí.', key: 'a' },
      { source: 'Yes.', target: 'Claro.', key: 'b' },
    ];
    expect(choose(units, {}).map(({ score }) => score)).toEqual([99, 99]);
    expect(choose(units, { place: { key: 'b' } }).map(({ score, target }) => [score, target.text])).toEqual([
      [101, 'Claro.'],
      [99, 'Sí.'],
    ]);
  });

  it('reports one target once, with its best place', () => {
    const units = ['a', 'b'].map((key) => ({ source: 'Yes.', target: 'Sí.', key }));
    expect(choose(units, { place: { key: 'b' } }).map(({ score }) => score)).toEqual([101]);
  });

  it('prefers reviewed, then newer targets of one score', () => {
    const units: UnitSpec[] = [
      { source: 'Yes.', target: 'old', provenance: { changedAt: '2025-01-01T00:00:00Z' } },
      { source: 'Yes.', target: 'new', provenance: { changedAt: '2026-01-01T00:00:00Z' } },
      { source: 'Yes.', target: 'approved', provenance: { review: 'approved' } },
    ];
    expect(choose(units, {}).map(({ target }) => target.text)).toEqual(['approved', 'new', 'old']);
  });
});

describe('describeMatch', () => {
  it.each([
    [{ score: 100, parts: { base: 100, deductions: [], formula: 'f' } }, '100: same text'],
    [
      {
        score: 101,
        parts: { base: 100, deductions: [{ name: 'context-neighbours', points: -1 }], formula: 'f' },
      },
      '101: same text (+1 same neighbours)',
    ],
    [
      { score: 98, parts: { base: 100, deductions: [{ name: 'punctuation', points: 2 }], formula: 'f' } },
      '98: same words (-2 punctuation differs)',
    ],
    [
      { score: 85, parts: { base: 86, deductions: [{ name: 'codes', points: 1 }], formula: 'f' } },
      '85: 86 by words (-1 markup differs)',
    ],
  ])('says why: %j', (match, words) => {
    expect(describeMatch(match)).toBe(words);
  });
});

function choose(units: readonly UnitSpec[], options: Partial<ChooseOptions>): readonly Match[] {
  const stored = units.map((unit, at) => ({ unitId: `u${at}`, unit: unitOf(unit) }));
  const matches = chooseTargets(stored, { source: exact, place: {}, unreviewedPenalty: 0, ...options });
  return matches.toSorted(compareMatches);
}
