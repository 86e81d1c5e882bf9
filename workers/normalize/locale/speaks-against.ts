import { type Locale, languageOf, scriptOf } from '../../../shared/document/locale.ts';
import { mainScript, type ScriptCode, scriptCounts } from './script-counts.ts';
import { hasFunctionWords, wordEvidence, wordsOf } from './word-evidence.ts';

/** Fewest letters from which something can be said of a text. */
const MIN_LETTERS = 40;
/** How much more the function words must say for another language: a text of two is in neither. */
const WORD_LEAD = 6;
const WORD_RATIO = 1.5;
/** Letters of the locale's own script for each of another, up to which the other is the text's. */
const OWN_SHARE = 0.5;

/**
 * Whether a text looks as if it were in another language than `locale`: it runs in another script,
 * or its function words are those of another language. Cheap enough to ask of every block; a detector
 * must say which language it is.
 */
export function speaksAgainst(text: string, locale: Locale): boolean {
  const counts = scriptCounts(text);
  const [script, letters] = mainScript(counts) ?? [];
  if (script === undefined || letters === undefined || letters < minLetters(script)) {
    return false;
  }
  if (!isOwnScript(script, locale)) {
    const own = counts.reduce((sum, [code, count]) => sum + (isOwnScript(code, locale) ? count : 0), 0);
    return own < letters * OWN_SHARE;
  }
  const language = languageOf(locale);
  if (!hasFunctionWords(language)) {
    return false;
  }
  const evidence = wordEvidence(wordsOf(text));
  return Math.max(0, ...evidence.values()) > (evidence.get(language) ?? 0) * WORD_RATIO + WORD_LEAD;
}

const DENSE: ReadonlySet<ScriptCode> = new Set(['Hani', 'Kana', 'Hang']);

function minLetters(script: ScriptCode): number {
  return DENSE.has(script) ? MIN_LETTERS / 2 : MIN_LETTERS;
}

/** Scripts that a locale's script is made of. */
const PARTS: Readonly<Record<string, readonly ScriptCode[]>> = {
  Jpan: ['Kana', 'Hani'],
  Hans: ['Hani'],
  Hant: ['Hani'],
  Kore: ['Hang', 'Hani'],
};

function isOwnScript(script: ScriptCode, locale: Locale): boolean {
  const own = scriptOf(locale);
  return own === script || (PARTS[own] ?? []).includes(script);
}
