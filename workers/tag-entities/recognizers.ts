import type { ValueGrammar } from '../../shared/values/value-grammar.ts';
import type { Recognizer } from './candidate.ts';
import { recognizeListedNames } from './gazetteer/recognize-listed-names.ts';
import type { Tagger } from './model/tagger.ts';
import { recognizeKnownNames } from './names/recognize-known-names.ts';
import { recognizeNames } from './names/recognize-names.ts';
import { recognizeRoles } from './names/recognize-roles.ts';
import { recognizeTaggedNames } from './names/recognize-tagged-names.ts';
import { recognizeLiterals } from './values/recognize-literals.ts';
import { recognizeValues } from './values/recognize-values.ts';

/** What works in every language: the gazetteer's names, addresses. */
const COMMON: readonly Recognizer[] = [recognizeKnownNames, recognizeListedNames, recognizeLiterals];

/** Recognizers that know one language's words, by language subtag. */
const BY_LANGUAGE: Readonly<Record<string, readonly Recognizer[]>> = {
  en: [recognizeNames, recognizeRoles],
};

/**
 * The recognizers for a text in `language`, with what a trained `tagger` and a grammar of values read
 * where there are such; a new kind of finding is one more entry here.
 */
export function recognizersFor(
  language: string,
  tagger: Tagger | undefined,
  grammar?: ValueGrammar,
): readonly Recognizer[] {
  const valued = grammar === undefined ? [] : [recognizeValues(grammar)];
  const own = [...valued, ...(BY_LANGUAGE[language] ?? [])];
  if (tagger === undefined) {
    return [...COMMON, ...own];
  }
  const cued = own.map((recognize) => (recognize === recognizeNames ? recognizeCuedNames : recognize));
  return [...COMMON, recognizeTaggedNames(tagger), ...cued];
}

/** Below this nothing but the shape of the words speaks for a name. */
const LEAST_CUED = 0.6;

/** A tagger knows better than the shape of a name alone; titles, head words, verbs and "in" still count. */
const recognizeCuedNames: Recognizer = (view) =>
  recognizeNames(view).filter(({ confidence, type }) => confidence >= LEAST_CUED || type === 'LOC');
