import type { Candidate } from '../candidate.ts';
import { countBefore } from '../count-before.ts';
import type { DocumentView } from '../document-view.ts';
import type { NameToken } from '../name-tokens.ts';
import { nameEntityId } from './entity-ids.ts';
import { type Gender, genderOf, type Honorific, honorificBefore, isRelativeBefore } from './honorifics.ts';
import { type FullName, keysOfForm, type NamePart, partsOf, readFullName } from './name-forms.ts';
import { isSamePerson } from './same-person.ts';

/** Someone whom the article names in full, once or more often. */
export interface Person {
  readonly id: string;
  /** The longest form. */
  readonly name: string;
  /** Mentions in full, in reading order. */
  readonly mentions: readonly Candidate[];
  readonly parts: readonly NamePart[];
  /** Titles that stand directly before a mention in full. */
  readonly honorifics: readonly Honorific[];
  /** Introduced as someone's relative: "his wife Ana Ruiz". */
  readonly isRelative: boolean;
  /** Written in small letters somewhere. */
  readonly isSmall: boolean;
  /** By the given name; undefined where that does not tell. */
  readonly gender: Gender | undefined;
  /** The candidate whose reading stands for all: the gazetteer's where it knows the person. */
  readonly leading: Candidate;
}

interface Draft {
  readonly full: FullName;
  readonly text: string;
  readonly candidate: Candidate;
}

/** More people than this are no article: later ones are taken as they are written. */
const MOST_PEOPLE = 400;

/**
 * Lists the people that the article names in full, each once: "Donald J. Trump" and "Donald Trump",
 * "Orbán Viktor" and "Viktor Orbán", "Andrés Manuel López Obrador" and "López Obrador" are one.
 */
export function listPeople(view: DocumentView, candidates: readonly Candidate[]): readonly Person[] {
  const groups: Draft[][] = [];
  const byWord = new Map<string, Draft[][]>();
  const byText = new Map<string, Draft[]>();
  for (const candidate of candidates) {
    const text = view.segments[candidate.segment]?.text.slice(candidate.start, candidate.end) ?? '';
    if (!isFull(candidate, text)) {
      continue;
    }
    const full = readFullName(text, view.language);
    const draft = { full, text, candidate };
    const alike = [...new Set(full.units.flat().flatMap((key) => byWord.get(key) ?? []))];
    const group = byText.get(text) ?? alike.find((each) => each.some((other) => isOnePerson(other, draft)));
    if (group !== undefined) {
      group.push(draft);
      byText.set(text, group);
    } else if (groups.length < MOST_PEOPLE) {
      const fresh = [draft];
      groups.push(fresh);
      byText.set(text, fresh);
      for (const key of full.units.flat()) {
        byWord.set(key, [...(byWord.get(key) ?? []), fresh]);
      }
    }
  }
  return groups.map((drafts) => personOf(view, drafts));
}

function isFull({ type, reading }: Candidate, text: string): boolean {
  return type === 'PER' && !(reading.kind === 'entry' && reading.short) && /[\s.]/u.test(text.trim());
}

function isOnePerson(a: Draft, b: Draft): boolean {
  const idA = a.candidate.reading.kind === 'entry' ? a.candidate.reading.entry.id : undefined;
  const idB = b.candidate.reading.kind === 'entry' ? b.candidate.reading.entry.id : undefined;
  return idA !== undefined && idB !== undefined ? idA === idB : isSamePerson(a.full, b.full);
}

function personOf(view: DocumentView, drafts: readonly Draft[]): Person {
  const longest = drafts.reduce((best, each) => (each.text.length > best.text.length ? each : best));
  const known = drafts.find(({ candidate }) => candidate.reading.kind === 'entry');
  const leading = known ?? longest;
  const { reading } = leading.candidate;
  const listed =
    reading.kind === 'entry' ? [...(reading.entry.family ?? []), ...(reading.entry.short ?? [])] : [];
  const parts = [
    ...listed.map((form): NamePart => ({ keys: keysOfForm(form, view.language), kind: 'family' })),
    ...drafts.flatMap(({ full }) => partsOf(full)),
  ];
  const places = drafts.map(({ candidate }) => placeOf(view, candidate));
  return {
    honorifics: places.flatMap(({ tokens, at }) => honorificBefore(tokens, at) ?? []),
    isRelative: places.some(({ tokens, at }) => isRelativeBefore(tokens, at)),
    isSmall: drafts.some(({ text }) => text === text.toLowerCase() && text !== text.toUpperCase()),
    gender: genderOf(longest.full.units[0]?.[0] ?? ''),
    id: nameEntityId(leading.candidate, leading.text),
    name: longest.text,
    mentions: drafts.map(({ candidate }) => candidate),
    parts: [...new Map(parts.toReversed().map((part) => [part.keys.join(' '), part])).values()],
    leading: leading.candidate,
  };
}

function placeOf(
  view: DocumentView,
  { segment, start }: Candidate,
): { readonly tokens: readonly NameToken[]; readonly at: number } {
  const tokens = view.segments[segment]?.tokens ?? [];
  return { tokens, at: countBefore(tokens, (token) => token.start < start) };
}
