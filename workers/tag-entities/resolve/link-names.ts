import type { Candidate } from '../candidate.ts';
import type { DocumentView } from '../document-view.ts';
import { fold } from '../fold.ts';
import { isEverydayWord } from '../gazetteer/everyday-words.ts';
import type { NameIndex } from '../gazetteer/name-index.ts';
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
  const countries = countriesOf(candidates);
  return candidates.flatMap((candidate): readonly Candidate[] => {
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
      countries,
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

/** ISO codes of the countries that the article names, by themselves or by their people. */
function countriesOf(candidates: readonly Candidate[]): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { reading } of candidates) {
    const country =
      reading.kind === 'entry' ? reading.entry : 'country' in reading ? reading.country : undefined;
    if (country?.code !== undefined) {
      codes.add(country.code);
    }
  }
  return codes;
}
