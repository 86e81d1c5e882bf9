import type { Candidate } from '../candidate.ts';
import { RANK } from '../candidate.ts';
import type { DocumentView, SegmentView } from '../document-view.ts';
import { nameTokens, type NameToken } from '../name-tokens.ts';
import { PARTICLES, TITLES } from '../names/name-words.ts';
import { nameEntityId } from './entity-ids.ts';

/** A person named in full, with the forms by which the text may name them again. */
interface Person {
  readonly id: string;
  readonly name: string;
  readonly candidate: Candidate;
  readonly forms: readonly (readonly string[])[];
}

/**
 * Finds people named again by surname alone ("Ruiz said"), and joins them to the full name.
 *
 * Where two people share a surname, the one named last before is meant; a headline may use the
 * surname before the full name occurs. Lower case counts only behind a title ("president ruiz").
 */
export function findShortMentions(
  view: DocumentView,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const people = fullNames(view, candidates);
  if (people.length === 0) {
    return [];
  }
  return view.segments.flatMap((segment) =>
    segment.tokens.flatMap((_, at) => {
      const found = mentionAt(segment, at, people);
      return found === undefined ? [] : [found];
    }),
  );
}

function fullNames(view: DocumentView, candidates: readonly Candidate[]): readonly Person[] {
  return candidates.flatMap((candidate): readonly Person[] => {
    const { segment, start, end, type, reading } = candidate;
    const text = view.segments[segment]?.text.slice(start, end) ?? '';
    const isShort = reading.kind === 'entry' && reading.short;
    if (type !== 'PER' || isShort || !/[\s.]/u.test(text)) {
      return [];
    }
    const listed = reading.kind === 'entry' ? [...(reading.entry.family ?? []), ...(reading.entry.short ?? [])] : [];
    const forms = [...lastNames(text, view.language), ...listed.map((form) => keysOf(form, view.language))];
    return [{ id: nameEntityId(candidate, text), name: text, candidate, forms }];
  });
}

/** "Juan de la Fuente": "Fuente" and "de la Fuente"; "Ana Ruiz Jr.": "Ruiz". */
function lastNames(name: string, language: string): readonly (readonly string[])[] {
  const words = nameTokens(name, language)
    .filter(({ kind }) => kind === 'word')
    .map(({ key }) => key)
    .filter((key, at, all) => !(at === all.length - 1 && /^(?:jr|sr|[ivx]+)$/u.test(key)));
  let from = words.length - 1;
  if (from < 1) {
    return [];
  }
  const forms = [words.slice(from)];
  while (from > 1 && PARTICLES.has(words[from - 1] ?? '')) {
    from -= 1;
    forms.push(words.slice(from));
  }
  return forms;
}

function keysOf(form: string, language: string): readonly string[] {
  return nameTokens(form, language)
    .filter(({ kind }) => kind === 'word')
    .map(({ key }) => key);
}

function mentionAt(segment: SegmentView, at: number, people: readonly Person[]): Candidate | undefined {
  const { tokens } = segment;
  const first = tokens[at];
  if (first === undefined || first.kind !== 'word') {
    return undefined;
  }
  const fitting = people.flatMap((person) => {
    const lengths = person.forms.filter((form) => matches(tokens, at, form)).map(({ length }) => length);
    return lengths.length === 0 ? [] : [{ person, length: Math.max(...lengths) }];
  });
  const chosen = nearest(fitting, segment.index, first.start);
  const last = chosen && tokens[at + chosen.length - 1];
  if (chosen === undefined || last === undefined || !isName(tokens, at, last)) {
    return undefined;
  }
  return toCandidate(segment, { start: first.start, end: last.end }, chosen.person);
}

function matches(tokens: readonly NameToken[], at: number, form: readonly string[]): boolean {
  return form.every((key, offset) => tokens[at + offset]?.key === key);
}

function nearest<T extends { readonly person: Person }>(
  fitting: readonly T[],
  segment: number,
  start: number,
): T | undefined {
  const before = fitting.findLast(
    ({ person: { candidate } }) =>
      candidate.segment < segment || (candidate.segment === segment && candidate.start < start),
  );
  return before ?? fitting[0];
}

function isName(tokens: readonly NameToken[], at: number, last: NameToken): boolean {
  if (last.casing === 'capital' || last.casing === 'upper' || last.casing === 'none') {
    return true;
  }
  return last.key.length >= 4 && TITLES.has(tokens[at - 1]?.key ?? '');
}

function toCandidate(
  segment: SegmentView,
  { start, end }: { readonly start: number; readonly end: number },
  { candidate, name }: Person,
): Candidate {
  const { reading } = candidate;
  return {
    segment: segment.index,
    start,
    end,
    type: 'PER',
    rank: RANK.known,
    confidence: 0.9,
    evidence: `Surname of ${name}`,
    reading:
      reading.kind === 'entry' ? { kind: 'entry', entry: reading.entry, short: true } : { kind: 'name', of: name },
  };
}
