import type { Candidate } from '../candidate.ts';
import { countBefore } from '../count-before.ts';
import type { DocumentView } from '../document-view.ts';
import { isFamilyFirst } from './family-first.ts';
import { readFullName } from './name-forms.ts';

/**
 * Takes the second half of a given name into the name: a recognizer that knows only capitals reads
 * "Park Jin" in "Park Jin-ho". Other hyphens join no name: "Trump-backed".
 */
export function completeNames(view: DocumentView, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.map((candidate) => {
    const { type, reading, segment, start, end } = candidate;
    const { text = '', tokens = [] } = view.segments[segment] ?? {};
    if (type !== 'PER' || reading.kind !== 'name' || text.charAt(end) !== '-') {
      return candidate;
    }
    const hyphen = countBefore(tokens, (token) => token.start < end);
    const half = tokens[hyphen + 1];
    const whole = half === undefined ? '' : text.slice(start, half.end);
    const isHalf = half?.glued === true && half.kind === 'word' && half.casing === 'lower';
    return isHalf && isFamilyFirst(readFullName(whole, view.language).units)
      ? { ...candidate, end: half.end }
      : candidate;
  });
}
