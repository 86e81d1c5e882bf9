import { describe, expect, it } from 'vitest';
import { meetsPolicy, OutputPolicy, policyGap } from '../../../../../services/api/outputs/policy.ts';
import { Locale } from '../../../../../shared/document/locale.ts';
import { type Rendition, Review, type SegmentState } from '../../../../../shared/document/rendition.ts';

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

function renditionOf(segments: readonly SegmentState[]): Rendition {
  const counts = { segments: segments.length, translated: 0, approved: 0, source: 0 };
  return { articleId: 'a', version: 1, locale: Locale.parse('es'), segments, counts };
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

describe('policyGap', () => {
  const approved = segment({ review: 'approved' });
  it.each([
    ['all met', [approved, approved], 'approved', 'fail', undefined],
    ['a gap shown in the source', [approved, untranslated], 'approved', 'source', undefined],
    [
      'a gap that fails',
      [approved, untranslated],
      'any',
      'fail',
      { segments: 2, met: 1, source: 1, below: 0 },
    ],
    [
      'a target below the policy',
      [approved, segment(), untranslated],
      'approved',
      'source',
      { segments: 3, met: 1, source: 1, below: 1 },
    ],
    ['no segments at all', [], 'approved', 'fail', undefined],
  ] as const)('judges %s', (...[, segments, policy, fallback, gap]) => {
    expect(policyGap(renditionOf(segments), policy, fallback)).toEqual(gap);
  });
});
