import type { EntityType } from '../../../shared/document/entity-type.ts';
import { fold } from '../../../shared/text/fold.ts';
import type { Candidate } from '../candidate.ts';
import type { DocumentView } from '../document-view.ts';

/** What the words around a name say that it is, whatever lists say: the model's reading, and cues. */
export interface Opinions {
  /** The type that was read in exactly this span, by whom was surest. */
  readonly at: (place: Place) => EntityType | undefined;
  /** The type that most places of the article read in this word or phrase. */
  readonly of: (text: string) => EntityType | undefined;
  /** The type that two places of the article at least, and all that say anything, read in it. */
  readonly always: (text: string) => EntityType | undefined;
}

interface Place {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

/** Readings below this say too little. */
const LEAST_CONFIDENCE = 0.55;

/** Collects the readings of names that come from the text alone. */
export function collectOpinions(view: DocumentView, found: readonly Candidate[]): Opinions {
  const surest = new Map<string, Candidate>();
  for (const candidate of found) {
    if (candidate.reading.kind === 'name' && candidate.confidence >= LEAST_CONFIDENCE) {
      const key = keyOf(candidate);
      const known = surest.get(key);
      if (known === undefined || known.confidence < candidate.confidence) {
        surest.set(key, candidate);
      }
    }
  }
  const votes = new Map<string, Map<EntityType, number>>();
  for (const { segment, start, end, type } of surest.values()) {
    const text = fold(view.segments[segment]?.text.slice(start, end) ?? '');
    const counts = votes.get(text) ?? new Map<EntityType, number>();
    votes.set(text, counts.set(type, (counts.get(type) ?? 0) + 1));
  }
  const countsOf = (text: string): readonly (readonly [EntityType, number])[] =>
    [...(votes.get(fold(text)) ?? [])].toSorted((a, b) => b[1] - a[1]);
  return {
    at: (place) => surest.get(keyOf(place))?.type,
    of: (text) => {
      const [first, second] = countsOf(text);
      return first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
    },
    always: (text) => {
      const [first, second] = countsOf(text);
      return first !== undefined && first[1] > 1 && second === undefined ? first[0] : undefined;
    },
  };
}

function keyOf({ segment, start, end }: Place): string {
  return `${segment} ${start} ${end}`;
}
