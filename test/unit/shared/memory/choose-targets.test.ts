import { describe, expect, it } from 'vitest';
import {
  type ChooseOptions,
  chooseTargets,
  compareMatches,
} from '../../../../shared/memory/choose-targets.ts';
import { describeMatch } from '../../../../shared/memory/describe-match.ts';
import type { Match } from '../../../../shared/memory/match.ts';
import type { StoredUnit } from '../../../../shared/memory/stored-unit.ts';
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

describe('stale targets', () => {
  const old = {
    source: 'Yes.',
    target: 'old',
    provenance: { changedAt: '2025-01-01', articleId: 'a1' },
  } as const;
  const later = { review: 'approved', changedAt: '2026-01-01', articleId: 'a1' } as const;

  it('ranks the older behind the newer approved one of its place, and says which that is', () => {
    const units = [old, { source: 'Yes.', target: 'new', contextBefore: 'A', provenance: later }];
    expect(choose(units, {}).map(({ score, target, staleBy }) => [score, target.text, staleBy])).toEqual([
      [100, 'new', undefined],
      [99, 'old', 'u1'],
    ]);
  });

  it('has no context speak for it', () => {
    const units = [
      { ...old, key: 'title', contextBefore: 'A' },
      { source: 'Yes.', target: 'new', key: 'title', provenance: later },
    ];
    const place = { key: 'title', contextBefore: 'A' };
    expect(choose(units, { place }).map(({ score, target }) => [score, target.text])).toEqual([
      [101, 'new'],
      [99, 'old'],
    ]);
  });

  it.each([
    ['was not approved', { review: 'translated', changedAt: '2026-01-01', articleId: 'a1' }, {}],
    ['is older', { ...later, changedAt: '2024-01-01' }, {}],
    ['is of another article, and of other neighbours', { ...later, articleId: 'a2' }, { contextBefore: 'A' }],
    ['has another key', later, { key: 'k' }],
  ] as const)('are none where the other %s', (_, provenance, place) => {
    const units = [old, { source: 'Yes.', target: 'new', ...place, provenance }];
    expect(choose(units, {}).map(({ score }) => score)).toEqual([99, 99]);
  });

  it('are none where the target is the same', () => {
    const units = [old, { source: 'Yes.', target: 'old', key: 'k', provenance: later }];
    expect(choose(units, {})).toMatchObject([{ score: 100, review: 'approved' }]);
  });
});

describe('penalties of memories and variants', () => {
  const penalized = { penalties: [{ name: 'variant', points: 5 }] } as const;

  it('are taken off and named', () => {
    const [match] = chooseTargets(
      [{ unitId: 'u0', unit: unitOf({ source: 'Yes.', target: 'Sim.', locale: 'pt-PT' }), ...penalized }],
      { source: exact, place: {}, unreviewedPenalty: 0 },
    );
    expect(match).toMatchObject({ kind: 'fuzzy', score: 95, locale: 'pt-PT' });
    expect(match === undefined ? '' : describeMatch(match)).toBe(
      '95: same words (-5 other variant of the locale)',
    );
  });

  it('keep what costs more from making the better one ambiguous', () => {
    const own = { unitId: 'u0', unit: unitOf({ source: 'Yes.', target: 'Sim.', locale: 'pt-BR' }) };
    const other = {
      unitId: 'u1',
      unit: unitOf({ source: 'Yes.', target: 'Pois.', locale: 'pt-PT' }),
      ...penalized,
    };
    const options = { source: exact, place: {}, unreviewedPenalty: 0 };
    const matches = chooseTargets([other, own], options).toSorted(compareMatches);
    expect(matches.map(({ score, target }) => [score, target.text])).toEqual([
      [100, 'Sim.'],
      [94, 'Pois.'],
    ]);
  });

  it('let the memory of higher order come first at the same score', () => {
    const options = { source: exact, place: {}, unreviewedPenalty: 0 };
    const matches = chooseTargets([inMemory('b', 1), inMemory('a', 0)], options).toSorted(compareMatches);
    expect(matches.map(({ memory }) => memory?.name)).toEqual(['m0', 'm1']);
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

function inMemory(target: string, order: number): StoredUnit {
  return {
    unitId: `u${order}`,
    unit: unitOf({ source: 'Yes.', target }),
    memory: { name: `m${order}`, order },
  };
}
