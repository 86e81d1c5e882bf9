import { describe, expect, it } from 'vitest';
import { totalOf } from '../../../../../shared/memory/score.ts';
import { alignVersions } from '../../../../../workers/tm-lookup/previous/align-versions.ts';

describe('alignVersions', () => {
  it('keeps what stands where it stood and pairs what was changed', () => {
    expect(
      align(
        ['A one.', 'The minister will come on Monday.', 'C three.', 'D four.'],
        ['A one.', 'The minister will come on Tuesday.', 'Something else entirely, told anew.', 'D four.'],
      ),
    ).toEqual({
      'A one.': 'kept A one.',
      'The minister will come on Tuesday.': 'changed The minister will come on Monday. 84',
      'D four.': 'kept D four.',
    });
  });

  it('does not call a sentence kept that went past others', () => {
    const found = align(['A.', 'B b.', 'C c.', 'D d.'], ['D d.', 'A.', 'B b.', 'C c.']);
    expect(found).toEqual({ 'A.': 'kept A.', 'B b.': 'kept B b.', 'C c.': 'kept C c.' });
  });

  it('gives each old sentence to one new one: the most like it', () => {
    const old = ['He said that the law would pass soon.'];
    const fresh = ['He said that the law might pass.', 'He said that the law would pass today.'];
    expect(align(old, fresh)).toEqual({
      'He said that the law would pass today.': 'changed He said that the law would pass soon. 88',
    });
  });

  it('pairs sentences that were swapped and changed', () => {
    const old = ['K.', 'The bridge was closed at noon.', 'Trains to the south were late.', 'L.'];
    const fresh = ['K.', 'Trains to the south are late.', 'The bridge was closed at night.', 'L.'];
    expect(Object.keys(align(old, fresh))).toHaveLength(4);
  });

  it('pairs nothing with a version that has no sentence', () => {
    expect(align([], ['A.'])).toEqual({});
    expect(align(['A.'], [])).toEqual({});
  });

  it('takes a whole new text in a moment', () => {
    const found = align(longText('old'), longText('new'));
    expect(Object.keys(found).length).toBeGreaterThan(1000);
  });
});

/** Sentences stand for their ids; answers what each new one was. */
function align(old: readonly string[], fresh: readonly string[]): Record<string, string> {
  const found = alignVersions(
    old.map((text) => ({ id: text, source: { text, codes: [] }, origin: 'exact', review: 'approved' })),
    fresh.map((text) => ({ id: text, text, codes: [] })),
  );
  return Object.fromEntries(
    Array.from(found, ([id, descent]) => [
      id,
      `${descent.kind} ${descent.old.id}${descent.kind === 'changed' ? ` ${totalOf(descent.score)}` : ''}`,
    ]),
  );
}

function longText(word: string): readonly string[] {
  return Array.from({ length: 2000 }, (_, at) => `${word} ${at} ${at % 7} words of its own ${at % 11}.`);
}
