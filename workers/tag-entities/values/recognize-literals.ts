import { findLiterals } from '../../../shared/values/find-literals.ts';
import { type Candidate, RANK, type Recognizer } from '../candidate.ts';

/** Finds addresses and handles, which every locale keeps as they are. */
export const recognizeLiterals: Recognizer = (view) =>
  view.segments.flatMap(({ index, text }) =>
    findLiterals(text).map(
      (found): Candidate => ({
        segment: index,
        ...found,
        rank: RANK.literal,
        confidence: 1,
        evidence: 'Written as an address',
        reading: { kind: 'literal' },
      }),
    ),
  );
