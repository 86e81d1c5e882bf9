import { type Candidate, RANK, type Recognizer } from '../candidate.ts';
import type { NameType } from '../model/labels.ts';
import type { Tagger } from '../model/tagger.ts';

/** Below this a name is left to others: the gazetteer, or what the rest of the article says of it. */
const LEAST_CONFIDENCE = 0.55;

const READ_AS: Readonly<Record<Exclude<NameType, 'MISC'>, string>> = {
  PER: 'The model reads it as a person',
  LOC: 'The model reads it as a place',
  ORG: 'The model reads it as an organization',
};

/** Finds the names that a trained model reads. What it takes for other things is left out. */
export function recognizeTaggedNames(tag: Tagger): Recognizer {
  return (view) =>
    tag(view.segments).flatMap(({ type, ...name }): readonly Candidate[] =>
      type === 'MISC' || name.confidence < LEAST_CONFIDENCE
        ? []
        : [{ ...name, type, rank: RANK.tagged, evidence: READ_AS[type], reading: { kind: 'name' } }],
    );
}
