import { isEverydayWord } from '../../../shared/gazetteer/everyday-words.ts';
import type { NameIndex } from '../../../shared/gazetteer/name-index.ts';
import { fold } from '../../../shared/text/fold.ts';
import type { Candidate } from '../candidate.ts';
import type { DocumentView } from '../document-view.ts';
import { type Choice, chooseNamesake } from './choose-namesake.ts';
import { lookUpName, type Namesake } from './look-up-name.ts';
import type { Opinions } from './opinions.ts';

/** What linking knows besides the article's own candidates. */
export interface LinkContext {
  readonly index: NameIndex;
  readonly opinions: Opinions;
}

/**
 * Decides for every name which entry of the gazetteer it means, or that it means none of them: a name
 * that only the text shows may be listed in another case, a listed one may mean someone else here.
 */
export function linkNames(
  view: DocumentView,
  candidates: readonly Candidate[],
  { index, opinions }: LinkContext,
): readonly Candidate[] {
  const namesakes = new Map<string, readonly Namesake[]>();
  const countriesBeside = tellCountries(view, candidates);
  return candidates.flatMap((candidate, at): readonly Candidate[] => {
    const { reading } = candidate;
    if (reading.kind !== 'entry' && reading.kind !== 'name') {
      return [candidate];
    }
    const text = view.segments[candidate.segment]?.text.slice(candidate.start, candidate.end) ?? '';
    const known = namesakes.get(text) ?? lookUpName(index, text);
    namesakes.set(text, known);
    if (known.length === 0) {
      return reading.kind === 'name' && isPlainWord(text, view.language) ? [] : [candidate];
    }
    const opinion = opinions.at(candidate);
    const choice = chooseNamesake(known, {
      text,
      type: reading.kind === 'entry' ? undefined : candidate.type,
      chosen: reading.kind === 'entry' ? reading.entry.id : undefined,
      opinion,
      always: opinions.always(text),
      countries: countriesBeside(text),
      within: stateBehind(view, candidate, candidates[at + 1]),
    });
    return [withChoice(candidate, choice, opinion)];
  });
}

/** "shares rose": a word of everyday in small letters is no name by the looks of its sentence alone. */
function isPlainWord(text: string, language: string): boolean {
  return text === text.toLowerCase() && isEverydayWord(fold(text), language);
}

function withChoice(candidate: Candidate, choice: Choice, opinion: Candidate['type'] | undefined): Candidate {
  const { reading } = candidate;
  if (choice.kind === 'entry') {
    const { namesake, evidence, confidence } = choice;
    const isKept = reading.kind === 'entry' && reading.entry.id === namesake.entry.id;
    return {
      ...candidate,
      type: namesake.entry.type,
      confidence: isKept ? candidate.confidence : confidence,
      evidence: isKept && evidence === undefined ? candidate.evidence : (evidence ?? 'Name in the gazetteer'),
      reading: { kind: 'entry', entry: namesake.entry, short: namesake.isShort },
    };
  }
  if (reading.kind === 'entry') {
    return {
      ...candidate,
      type: opinion ?? candidate.type,
      confidence: 0.7,
      evidence: choice.evidence,
      reading: { kind: 'name' },
    };
  }
  return candidate;
}

/** Shares of the countries that names belong to, whichever name is left out. */
type CountriesBeside = (text: string) => ReadonlyMap<string, number>;

/** Counts to which countries the article's names belong: countries and their people, places, bodies. */
function tellCountries(view: DocumentView, candidates: readonly Candidate[]): CountriesBeside {
  const counts = new Map<string, number>();
  const own = new Map<string, Map<string, number>>();
  for (const { reading, segment, start, end } of candidates) {
    const entry =
      reading.kind === 'entry' ? reading.entry : 'country' in reading ? reading.country : undefined;
    const code = entry?.code ?? entry?.country;
    if (code !== undefined) {
      const text = fold(view.segments[segment]?.text.slice(start, end) ?? '');
      const ofText = own.get(text) ?? new Map<string, number>();
      own.set(text, ofText.set(code, (ofText.get(code) ?? 0) + 1));
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  return (text) => {
    const left = [...counts].map(
      ([code, count]) => [code, count - (own.get(fold(text))?.get(code) ?? 0)] as const,
    );
    const sum = left.reduce((all, [, count]) => all + count, 0);
    return new Map(left.flatMap(([code, count]) => (count > 0 ? [[code, count / sum] as const] : [])));
  };
}

/** "Paris, Texas": a state right behind a comma says where a place lies. */
function stateBehind(view: DocumentView, place: Candidate, next: Candidate | undefined): string | undefined {
  if (next?.reading.kind !== 'entry' || next.segment !== place.segment || place.type !== 'LOC') {
    return undefined;
  }
  const between = view.segments[place.segment]?.text.slice(place.end, next.start) ?? '';
  return next.reading.entry.subtype === 'state' && /^,\s?$/u.test(between)
    ? next.reading.entry.country
    : undefined;
}
