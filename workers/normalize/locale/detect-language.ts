import { type LetterGroups, loadLetterGroups } from './letter-groups.ts';
import { mainScript, scriptCounts } from './script-counts.ts';
import { LANGUAGES_OF_SCRIPT, languageOfScript } from './script-languages.ts';
import { shareOfSwahiliForms } from './swahili-form.ts';
import { letterEvidence, wordEvidence, wordsOf } from './word-evidence.ts';

export interface DetectedLanguage {
  /** BCP 47. */
  readonly locale: string;
  /** Whether nobody needs to look at it. */
  readonly certain: boolean;
  /** How much more the text speaks for it than for `language`, as a natural logarithm. */
  readonly leadOver: (language: string) => number;
}

/** Tells the language of a text; undefined where nothing can be told from it. */
export type DetectLanguage = (text: string) => Promise<DetectedLanguage | undefined>;

const SAMPLE_LENGTH = 4_000;
const CERTAIN_LETTERS = 40;
/** A script that tells the language needs fewer. */
const CERTAIN_OWN_SCRIPT = 10;
/** Lead over the next language from which nobody needs to look. */
const CERTAIN_LEAD = 5;
/** Lead per letter of a language that alone is written in a script. */
const LEAD_PER_LETTER = 2;

/**
 * A detector by script first, then by function words, letters and groups of letters (`eld`), whose
 * profiles are loaded when they are first needed: most articles declare their language.
 */
export function createLanguageDetector(): DetectLanguage {
  let groups: Promise<LetterGroups> | undefined;
  return async (text) => {
    const sample = text.slice(0, SAMPLE_LENGTH);
    const counts = scriptCounts(sample);
    const [script, letters] = mainScript(counts) ?? [];
    if (script === undefined || letters === undefined) {
      return undefined;
    }
    const byScript = languageOfScript(script, counts, sample);
    if (byScript !== undefined) {
      const certain = letters >= CERTAIN_OWN_SCRIPT;
      return { locale: byScript, certain, leadOver: () => letters * LEAD_PER_LETTER };
    }
    const candidates = LANGUAGES_OF_SCRIPT[script];
    if (candidates === undefined) {
      return undefined;
    }
    groups ??= loadLetterGroups(Object.values(LANGUAGES_OF_SCRIPT).flat());
    return rank(scoresOf(sample, candidates, await groups), letters);
  };
}

function rank(scores: ReadonlyMap<string, number>, letters: number): DetectedLanguage | undefined {
  const [first, second] = [...scores].toSorted((a, b) => b[1] - a[1]);
  if (first === undefined) {
    return undefined;
  }
  const [locale, score] = first;
  return {
    locale,
    certain: letters >= CERTAIN_LETTERS && score - (second?.[1] ?? 0) >= CERTAIN_LEAD,
    leadOver: (language) => score - (scores.get(language) ?? 0),
  };
}

/** What a rare language must have on top of a frequent one: a short text seldom is in it. */
const RARE = 5;
const FREQUENT: ReadonlySet<string> = new Set(
  'en es fr de pt it nl pl tr vi id sw ru uk ar fa hi'.split(' '),
);

/** Lead by words and letters that groups of letters cannot turn round. */
const TELLING_LEAD = 250;

/** Groups of letters are asked only where words and letters do not tell: they take most of the time. */
function scoresOf(
  text: string,
  candidates: readonly string[],
  groups: LetterGroups,
): ReadonlyMap<string, number> {
  const words = wordsOf(text);
  const byWords = wordEvidence(words);
  const byLetters = letterEvidence(text, candidates);
  const byForm = SWAHILI_FORM * words.join('').length * shareOfSwahiliForms(words) ** 2;
  const scores = new Map(
    candidates.map((language) => [
      language,
      (byWords.get(language) ?? 0) +
        (byLetters.get(language) ?? 0) +
        (language === 'sw' ? byForm : 0) -
        (FREQUENT.has(language) ? 0 : RARE),
    ]),
  );
  const [first = 0, second = 0] = [...scores.values()].toSorted((a, b) => b - a);
  if (first - second >= TELLING_LEAD) {
    return scores;
  }
  const byGroups = new Map(groups(text));
  byGroups.set('id', byGroups.get('ms') ?? 0); // spelled alike; the words tell them apart
  byGroups.delete('sw'); // told by its form alone
  return new Map([...scores].map(([language, score]) => [language, score + (byGroups.get(language) ?? 0)]));
}

/** What one letter of a word in Swahili's form says, beside what letter groups say of other languages. */
const SWAHILI_FORM = 1.1;
