import { spansOverlap } from '../../../shared/document/span.ts';
import type { Candidate } from '../candidate.ts';
import { countBefore } from '../count-before.ts';
import type { DocumentView } from '../document-view.ts';
import { mergeCandidates } from '../merge-candidates.ts';
import { completeNames } from './complete-names.ts';
import { findAcronyms } from './find-acronyms.ts';
import { findRepeatedNames } from './find-repeated-names.ts';
import { findShortMentions } from './find-short-mentions.ts';
import { joinShortOrganizations } from './join-short-organizations.ts';
import type { Opinions } from './opinions.ts';
import { listPeople } from './people.ts';
import { unifyPeople } from './unify-people.ts';

/**
 * Joins short mentions to full names: what the article itself says about a form outweighs what the
 * gazetteer or the shape of the words suggests.
 */
export function resolveNames(
  view: DocumentView,
  candidates: readonly Candidate[],
  opinions: Opinions,
): readonly Candidate[] {
  const acronyms = findAcronyms(view, candidates);
  const named = mergeCandidates(view, [...completeNames(view, candidates), ...acronyms.names]);
  const people = listPeople(view, named);
  const unified = joinShortOrganizations(view, unifyPeople(named, people));
  const found = withoutParts(
    [
      ...findShortMentions(view, people, { opinions, candidates: unified }),
      ...acronyms.uses,
      ...findRepeatedNames(view, unified),
    ],
    unified,
  );
  const spans = new Set(found.map((each) => keyOf(each)));
  const ofPeople = new Set(found.filter(({ type }) => type === 'PER').map((each) => keyOf(each)));
  const settled = unified.filter((candidate) => {
    const key = keyOf(candidate);
    return !(
      (isTentative(candidate) && spans.has(key)) ||
      (ofPeople.has(key) && isOneWordName(candidate, view))
    );
  });
  return mergeCandidates(view, [...settled, ...found]);
}

/** A surname inside its own full name is no mention of its own. `known` are in reading order, without overlaps. */
function withoutParts(found: readonly Candidate[], known: readonly Candidate[]): readonly Candidate[] {
  const bySegment = new Map<number, Candidate[]>();
  for (const each of known) {
    const bucket = bySegment.get(each.segment) ?? [];
    bySegment.set(each.segment, bucket);
    bucket.push(each);
  }
  return found.filter((each) => {
    const others = bySegment.get(each.segment) ?? [];
    const at = countBefore(others, ({ start }) => start < each.start);
    const neighbours = [others[at - 1], others[at], others[at + 1]];
    return neighbours.every(
      (other) => other === undefined || !spansOverlap(each, other) || sameSpan(each, other),
    );
  });
}

/** A short gazetteer form ("Trump") or an acronym by shape yields to the article's own use. */
function isTentative({ reading, confidence }: Candidate): boolean {
  return (reading.kind === 'entry' && reading.short) || confidence < 0.7;
}

/** "Paris" yields where the article names a person so. */
function isOneWordName({ segment, start, end }: Candidate, view: DocumentView): boolean {
  return !/\s/u.test(view.segments[segment]?.text.slice(start, end) ?? '');
}

function sameSpan(a: Candidate, b: Candidate): boolean {
  return a.segment === b.segment && a.start === b.start && a.end === b.end;
}

function keyOf({ segment, start, end }: Candidate): string {
  return `${segment} ${start} ${end}`;
}
