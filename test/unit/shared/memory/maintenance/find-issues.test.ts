import { describe, expect, it } from 'vitest';
import { findIssues } from '../../../../../shared/memory/maintenance/find-issues.ts';
import { FINDING_KINDS } from '../../../../../shared/memory/maintenance/finding.ts';
import type { StoredUnit } from '../../../../../shared/memory/stored-unit.ts';
import { type UnitSpec, unitOf } from '../../../../support/units.ts';

function stored(...specs: readonly UnitSpec[]): readonly StoredUnit[] {
  return specs.map((spec, at) => ({ unitId: `u${at}`, unit: unitOf(spec) }));
}

function found(...specs: readonly UnitSpec[]) {
  return findIssues(stored(...specs), FINDING_KINDS).map(({ kind, units, why }) => ({
    kind,
    units: units.map(({ unitId }) => unitId),
    rules: why.map(({ rule }) => rule),
  }));
}

function same(text: string) {
  return found({ source: text, target: text });
}

const pair = { source: 'The ferry leaves.', target: 'El ferry sale.' };

describe('findIssues', () => {
  it('finds a unit without context beside one that says the same in a context', () => {
    expect(found(pair, { ...pair, key: 'a' })).toEqual([
      { kind: 'duplicate', units: ['u1', 'u0'], rules: ['duplicate-without-context'] },
    ]);
  });

  it('finds sources that differ in spaces and apostrophes alone, and keeps the reviewed one', () => {
    expect(
      found(
        { source: "The captain's pier", target: 'El muelle' },
        { source: 'The captain’s  pier', target: 'El muelle', provenance: { review: 'approved' } },
      ),
    ).toEqual([{ kind: 'duplicate', units: ['u1', 'u0'], rules: ['duplicate-spelling'] }]);
  });

  it.each([
    ['the same pair under two keys', { ...pair, key: 'a' }, { ...pair, key: 'b' }],
    [
      'a space that parts words',
      { source: 'Set up', target: 'Preparar' },
      { source: 'Setup', target: 'Preparar' },
    ],
    [
      'targets that differ in quotes',
      { ...pair, target: '«Sale».', key: 'a' },
      { ...pair, target: '“Sale”.', key: 'b' },
    ],
    ['other targets under other keys', { ...pair, key: 'a' }, { ...pair, target: 'Sale.', key: 'b' }],
    ['two memories', pair, { ...pair, target: 'Sale.', memory: 'partner' }],
    [
      'a target that a later approval replaced',
      { ...pair, target: 'Sale.', provenance: { changedAt: '2026-01-01T00:00:00Z' } },
      { ...pair, provenance: { review: 'approved', changedAt: '2026-02-01T00:00:00Z' } },
    ],
  ] satisfies readonly (readonly [string, UnitSpec, UnitSpec])[])('is silent about %s', (_, a, b) => {
    expect(found(a, b)).toEqual([]);
  });

  it('finds several current targets, the best first, and says which words differ', () => {
    const units = stored(
      { ...pair, contextBefore: 'a' },
      { ...pair, target: 'El barco sale.', contextBefore: 'b', provenance: { review: 'approved' } },
    );
    const [finding] = findIssues(units, ['contradiction']);
    expect(finding?.units.map(({ unitId }) => unitId)).toEqual(['u1', 'u0']);
    expect(finding?.why).toEqual([
      {
        rule: 'target-words',
        message: 'It has “ferry” where the first one has “barco”',
        unitId: 'u0',
        span: { start: 3, end: 8 },
      },
    ]);
  });

  it.each([
    ['number-missing', { source: 'At most 250 trucks.', target: 'Como mucho 25 camiones.' }],
    ['address-missing', { source: 'See https://a.org/b.', target: 'Véalo.' }],
    ['placeholder-missing', { source: 'Hello {name}!', target: '¡Hola!' }],
    ['placeholder-missing', { source: 'Found %s in %d files.', target: 'Hallado %s en archivos.' }],
  ] as const)('finds %s', (rule, spec) => {
    expect(found(spec)).toEqual([{ kind: 'mismatch', units: ['u0'], rules: [rule] }]);
  });

  it('finds a target that is its source, where that is a sentence', () => {
    expect(same('The ferry leaves at the old pier.')).toMatchObject([{ kind: 'same-as-source' }]);
    expect(same('media/old-pier-at-the-lake.png')).toEqual([]);
    expect(same('Lake Victoria and Port Bell')).toEqual([]);
  });

  it('finds a passage that stayed in the source language, and no names or addresses', () => {
    const source =
      'Select the old pier of the lake in Port of Spain and Trinidad: media/the-old-pier-of-the-lake.png';
    const fragments = (target: string) => found({ source, target }).map(({ kind }) => kind);
    expect(fragments('Elija the old pier of the lake en Port of Spain and Trinidad.')).toEqual([
      'untranslated-fragment',
    ]);
    expect(
      fragments('Elija el muelle viejo en Port of Spain and Trinidad: media/the-old-pier-of-the-lake.png'),
    ).toEqual([]);
  });

  it('finds a target in another script than that of its locale', () => {
    expect(
      found({
        source: 'The old pier leads far out.',
        target: 'Der alte Steg führt weit hinaus.',
        locale: 'ru',
      }),
    ).toMatchObject([{ kind: 'untranslated-fragment', rules: ['script'] }]);
  });
});
