import { isEverydayWord } from '../../../shared/gazetteer/everyday-words.ts';
import type { Candidate } from '../candidate.ts';
import { RANK } from '../candidate.ts';
import type { DocumentView, SegmentView } from '../document-view.ts';
import type { NameToken } from '../name-tokens.ts';
import {
  EVENT_HEADS,
  FUNCTION_WORDS,
  GIVEN_NAMES,
  ORG_HEADS,
  PARTICLES,
  PLACE_HEADS,
  SPEECH_VERBS,
  TITLES,
} from '../names/name-words.ts';
import { choosePerson } from './choose-person.ts';
import { type FormKind, type NamePart, standsAt } from './name-forms.ts';
import type { Opinions } from './opinions.ts';
import type { Person } from './people.ts';

/** Words that lead to a place: what the text reads behind them is hardly a person. */
const PLACE_CUES: ReadonlySet<string> = new Set(['in', 'at', 'near', 'from', 'outside', 'across', 'to']);

/** What else is known of the article's names. */
interface ShortContext {
  readonly opinions: Opinions;
  readonly candidates: readonly Candidate[];
}

/** What one pass over the article carries along. */
interface PassContext {
  readonly opinions: Opinions;
  /** The gazetteer has something else than a person there. */
  readonly isListedOther: (span: Place) => boolean;
  /** Short mentions so far. */
  readonly times: Map<Person, number>;
}

interface Place {
  readonly segment: number;
  readonly start: number;
  readonly end: number;
}

/** One form of one person. */
interface PersonPart extends NamePart {
  readonly person: Person;
}

/**
 * Finds people named again by a part of their name, and joins them to the full name: by family name
 * ("Ruiz said"), and by given or inner names where something else says that a person is meant.
 *
 * Of several people who share the part, `choosePerson` decides; where nothing tells, none is taken. A
 * headline may name a person before the full name occurs. Lower case counts only behind a title
 * ("president ruiz") or where the text reads as a person's name.
 */
export function findShortMentions(
  view: DocumentView,
  people: readonly Person[],
  { opinions, candidates }: ShortContext,
): readonly Candidate[] {
  const parts = byFirstKey(people);
  const others = new Set(
    candidates
      .filter(({ type, reading }) => type !== 'PER' && reading.kind === 'entry' && !reading.short)
      .map(keyOf),
  );
  const times = new Map<Person, number>();
  const context = {
    times,
    opinions,
    isListedOther: (span: Place) => others.has(keyOf(span)),
  };
  const mentions: Candidate[] = [];
  for (const segment of view.segments) {
    for (let at = 0; at < segment.tokens.length; at += 1) {
      const sharing = parts.get(segment.tokens[at]?.key ?? '');
      const mention = sharing && mentionAt(view, { segment, at }, sharing, context);
      if (mention !== undefined) {
        mentions.push(mention);
      }
    }
  }
  return mentions;
}

function byFirstKey(people: readonly Person[]): ReadonlyMap<string, readonly PersonPart[]> {
  const parts = new Map<string, PersonPart[]>();
  for (const person of people) {
    for (const part of person.parts) {
      const bucket = parts.get(part.keys[0] ?? '') ?? [];
      bucket.push({ ...part, person });
      parts.set(part.keys[0] ?? '', bucket);
    }
  }
  return parts;
}

function mentionAt(
  view: DocumentView,
  place: { readonly segment: SegmentView; readonly at: number },
  sharing: readonly PersonPart[],
  { opinions, isListedOther, times }: PassContext,
): Candidate | undefined {
  const { segment, at } = place;
  const first = segment.tokens[at];
  if (first === undefined || (first.kind !== 'word' && first.kind !== 'number')) {
    return undefined;
  }
  const fitting = sharing.filter(({ keys }) => standsAt(segment.tokens, at, keys));
  if (fitting.length === 0) {
    return undefined;
  }
  const length = Math.max(...fitting.map(({ keys }) => keys.length));
  const last = segment.tokens[at + length - 1];
  if (last === undefined) {
    return undefined;
  }
  const span = { segment: segment.index, start: first.start, end: last.end };
  const read =
    opinions.at(span) ??
    (last.casing === 'lower' ? undefined : opinions.of(segment.text.slice(span.start, span.end)));
  const timesNamed = (person: Person): number => (times.get(person) ?? 0) + person.mentions.length;
  const isPlace = PLACE_CUES.has(segment.tokens[at - 1]?.key ?? '');
  const isOther = isListedOther(span) || (read !== undefined && isPlace);
  for (const kind of ['family', 'inner', 'given'] as const) {
    const some = fitting.filter((each) => each.kind === kind && each.keys.length === length);
    if (some.length > 0) {
      const isSmall = some.some(({ person }) => person.isSmall);
      const isPerson = isNamed(view, place, { last, kind, isRead: read === 'PER', isOther, isSmall });
      const person = isPerson ? choosePerson(distinct(some), { ...place, timesNamed }) : undefined;
      if (person !== undefined) {
        times.set(person, (times.get(person) ?? 0) + 1);
      }
      return person && toCandidate(span, person, kind);
    }
  }
  return undefined;
}

function distinct(parts: readonly PersonPart[]): readonly Person[] {
  return [...new Set(parts.map(({ person }) => person))];
}

interface Reading {
  readonly last: NameToken;
  readonly kind: FormKind;
  /** The text reads it as a person's name, or as another thing. */
  readonly isRead: boolean;
  readonly isOther: boolean;
  /** The article writes the full name in small letters too. */
  readonly isSmall: boolean;
}

/** Tells whether the word is a name here, and a person's. */
function isNamed(
  view: DocumentView,
  { segment, at }: { readonly segment: SegmentView; readonly at: number },
  { last, kind, isRead, isOther, isSmall }: Reading,
): boolean {
  const { tokens } = segment;
  const titled = TITLES.has((tokens[at - 1]?.text === '.' ? tokens[at - 2] : tokens[at - 1])?.key ?? '');
  if (isRead || (titled && last.key.length >= 4)) {
    return true;
  }
  const isCapital = last.casing === 'capital' || last.casing === 'upper' || last.casing === 'none';
  if (!isCapital) {
    const isParticled = last !== tokens[at] && PARTICLES.has(tokens[at]?.key ?? '');
    return kind === 'family' && (isParticled || (isSmall && !isOther && isRareWord(last.key)));
  }
  const next = tokens[at + 1];
  const acts = next !== undefined && next.casing === 'lower' && SPEECH_VERBS.has(next.key);
  if (kind !== 'family') {
    return acts;
  }
  const opens = tokens.findIndex(({ kind: each }) => each === 'word' || each === 'number') === at;
  return acts || !(isOther || (opens && view.lowerWords.has(last.key)));
}

/** A word that a text hardly uses as anything but a name. */
function isRareWord(key: string): boolean {
  const lists = [FUNCTION_WORDS, TITLES, SPEECH_VERBS, ORG_HEADS, PLACE_HEADS, EVENT_HEADS, GIVEN_NAMES];
  return key.length >= 4 && !isEverydayWord(key, 'en') && !lists.some((words) => words.has(key));
}

const PART_NAMES: Readonly<Record<FormKind, string>> = {
  family: 'Surname',
  inner: 'Second name',
  given: 'Given name',
};

function toCandidate(
  span: { readonly segment: number; readonly start: number; readonly end: number },
  { leading, name }: Person,
  kind: FormKind,
): Candidate {
  const { reading } = leading;
  return {
    ...span,
    type: 'PER',
    rank: RANK.known,
    confidence: kind === 'family' ? 0.9 : 0.8,
    evidence: `${PART_NAMES[kind]} of ${name}`,
    reading:
      reading.kind === 'entry'
        ? { kind: 'entry', entry: reading.entry, short: true }
        : { kind: 'name', of: name },
  };
}

function keyOf({ segment, start, end }: Place): string {
  return `${segment} ${start} ${end}`;
}
