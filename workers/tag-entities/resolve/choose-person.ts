import type { Candidate } from '../candidate.ts';
import { countBefore } from '../count-before.ts';
import type { SegmentView } from '../document-view.ts';
import { agree, contradict, type Honorific, honorificBefore } from './honorifics.ts';
import type { Person } from './people.ts';

/** Where a short mention stands, and how often each person was named before, in full or short. */
export interface ShortPlace {
  readonly segment: SegmentView;
  /** Position of its first token. */
  readonly at: number;
  readonly timesNamed: (person: Person) => number;
}

/** Whom the article names so many times as often as anyone else of that name, it is about. */
const DOMINANCE = 3;
/** Sentences within which two people are named side by side. */
const SIDE_BY_SIDE = 1;

/**
 * Tells whom a part of a name means of several people who share it; undefined where nothing says so.
 *
 * A title decides. Relatives ("his wife Ana Ruiz") are not meant by the family name alone while the
 * other is there; nor is who is named once where the article is about another. Else the one named in
 * full last is meant, unless others were named beside.
 */
export function choosePerson(people: readonly Person[], place: ShortPlace): Person | undefined {
  const [only, ...others] = people;
  if (others.length === 0) {
    return only;
  }
  const title = honorificBefore(place.segment.tokens, place.at);
  const possible = title === undefined ? people : byTitle(people, title);
  const heads = possible.filter((person) => !person.isRelative);
  const left = heads.length === 0 ? possible : heads;
  return left.length === 1 ? left[0] : (dominant(left, place) ?? namedLast(left, place));
}

/** Those who had the title before, else those whom it does not rule out. */
function byTitle(people: readonly Person[], title: Honorific): readonly Person[] {
  const possible = people.filter(
    ({ honorifics, gender }) =>
      !(gender !== undefined && title.gender !== undefined && gender !== title.gender) &&
      !honorifics.some((other) => contradict(title, other)),
  );
  const titled = possible.filter(({ honorifics }) => honorifics.some((other) => agree(title, other)));
  return titled.length > 0 ? titled : possible;
}

function dominant(people: readonly Person[], { timesNamed }: ShortPlace): Person | undefined {
  const [first, second] = people
    .map((person) => ({ person, times: timesNamed(person) }))
    .toSorted((a, b) => b.times - a.times);
  const isSo =
    first !== undefined && second !== undefined && first.times >= DOMINANCE * Math.max(1, second.times);
  return isSo ? first.person : undefined;
}

function namedLast(people: readonly Person[], { segment, at }: ShortPlace): Person | undefined {
  const place = { segment: segment.index, start: segment.tokens[at]?.start ?? 0 };
  const [nearest, second] = people
    .map((person) => ({ person, last: lastBefore(person.mentions, place) }))
    .toSorted((a, b) => orderOf(b.last) - orderOf(a.last));
  if (nearest?.last === undefined) {
    return undefined;
  }
  const isAlone = second?.last === undefined || nearest.last.segment - second.last.segment > SIDE_BY_SIDE;
  return isAlone ? nearest.person : undefined;
}

/** The last of mentions in reading order that starts before a place. */
function lastBefore(
  mentions: readonly Candidate[],
  { segment, start }: { readonly segment: number; readonly start: number },
): Candidate | undefined {
  const order = segment * LONGEST + start;
  return mentions[countBefore(mentions, (mention) => orderOf(mention) < order) - 1];
}

/** Longer than any segment. */
const LONGEST = 1e8;

function orderOf(mention: Candidate | undefined): number {
  return mention === undefined ? -1 : mention.segment * LONGEST + mention.start;
}
