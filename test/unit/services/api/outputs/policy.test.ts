import { describe, expect, it } from 'vitest';
import { meetsPolicy, OutputPolicy } from '../../../../../services/api/outputs/policy.ts';
import { Review, type SegmentState } from '../../../../../shared/document/rendition.ts';

function segment(overrides: Partial<SegmentState> = {}): SegmentState {
  return {
    segmentId: 's0000000001',
    target: { text: 'x', codes: [] },
    origin: 'exact',
    review: 'translated',
    freshness: 'current',
    qa: [],
    reasons: [],
    ...overrides,
  };
}
const { target: _target, ...untranslated } = segment({ review: 'empty', origin: 'none' });

function policiesOf(state: SegmentState): readonly string[] {
  return OutputPolicy.options.filter((policy) => meetsPolicy(state, policy));
}

describe('meetsPolicy', () => {
  const MET: Readonly<Record<Review, readonly OutputPolicy[]>> = {
    empty: ['any'],
    draft: ['any'],
    rejected: ['any'],
    translated: ['any', 'translated'],
    reviewed: ['any', 'translated', 'reviewed'],
    approved: ['any', 'translated', 'reviewed', 'approved'],
  };
  it.each(Review.options)('takes a segment that is %s as far as it has come', (review) => {
    const met = OutputPolicy.options.filter((policy) => meetsPolicy(segment({ review }), policy));
    expect(met.toSorted()).toEqual(MET[review].toSorted());
  });

  it('never takes machine output as reviewed, nor outdated text as translated', () => {
    expect(policiesOf(segment({ review: 'approved', origin: 'mt' })).toSorted()).toEqual([
      'any',
      'translated',
    ]);
    expect(policiesOf(segment({ review: 'approved', freshness: 'outdated' }))).toEqual(['any']);
    expect(policiesOf(untranslated)).toEqual([]);
  });
});
