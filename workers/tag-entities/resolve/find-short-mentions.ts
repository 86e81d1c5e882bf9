import type { Candidate } from '../candidate.ts';
import { RANK } from '../candidate.ts';
import type { DocumentView, SegmentView } from '../document-view.ts';
import { type NameToken, nameTokens } from '../name-tokens.ts';
import { PARTICLES, TITLES } from '../names/name-words.ts';
import { nameEntityId } from './entity-ids.ts';

/** A person named in full, with the forms by which the text may name them again. */
interface Person {
  readonly id: string;
  readonly name: string;
  readonly candidate: Candidate;
  readonly forms: readonly (readonly string[])[];
}

/** One form of one person. */
interface PersonForm {
  readonly person: Person;
  readonly keys: readonly string[];
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
  const forms = byFirstKey(fullNames(view, candidates));
  return view.segments.flatMap((segment) =>
    segment.tokens.flatMap((_, at) => {
      const found = mentionAt(segment, at, forms);
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
    const listed =
      reading.kind === 'entry' ? [...(reading.entry.family ?? []), ...(reading.entry.short ?? [])] : [];
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

function byFirstKey(people: readonly Person[]): ReadonlyMap<string, readonly PersonForm[]> {
  const forms = new Map<string, PersonForm[]>();
  for (const person of people) {
    for (const keys of person.forms) {
      const bucket = forms.get(keys[0] ?? '') ?? [];
      bucket.push({ person, keys });
      forms.set(keys[0] ?? '', bucket);
    }
  }
  return forms;
}

function mentionAt(
  segment: SegmentView,
  at: number,
  forms: ReadonlyMap<string, readonly PersonForm[]>,
): Candidate | undefined {
  const { tokens } = segment;
  const first = tokens[at];
  if (first === undefined || first.kind !== 'word') {
    return undefined;
  }
  const fitting = (forms.get(first.key) ?? []).filter(({ keys }) => matches(tokens, at, keys));
  const chosen = nearest(fitting, segment.index, first.start);
  const last = chosen && tokens[at + chosen.keys.length - 1];
  if (chosen === undefined || last === undefined || !isName(tokens, at, last)) {
    return undefined;
  }
  return toCandidate(segment, { start: first.start, end: last.end }, chosen.person);
}

function matches(tokens: readonly NameToken[], at: number, form: readonly string[]): boolean {
  return form.every((key, offset) => tokens[at + offset]?.key === key);
}

function nearest(fitting: readonly PersonForm[], segment: number, start: number): PersonForm | undefined {
  const longest = Math.max(...fitting.map(({ keys }) => keys.length));
  const long = fitting.filter(({ keys }) => keys.length === longest);
  const before = long.findLast(
    ({ person: { candidate } }) =>
      candidate.segment < segment || (candidate.segment === segment && candidate.start < start),
  );
  return before ?? long[0];
}

function isName(tokens: readonly NameToken[], at: number, last: NameToken): boolean {
  if (last.casing === 'capital' || last.casing === 'upper' || last.casing === 'none') {
    return true;
  }
  if (last !== tokens[at] && PARTICLES.has(tokens[at]?.key ?? '')) {
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
      reading.kind === 'entry'
        ? { kind: 'entry', entry: reading.entry, short: true }
        : { kind: 'name', of: name },
  };
}
