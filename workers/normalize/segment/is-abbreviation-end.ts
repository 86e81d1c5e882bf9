import { capitalize } from '../../../shared/text/casing.ts';
import type { Lexicon } from '../case/lexicon.ts';

const abbreviations = new WeakMap<Lexicon, AbbreviationSets>();

interface AbbreviationSets {
  readonly never: ReadonlySet<string>;
  readonly beforeNumber: ReadonlySet<string>;
  readonly sometimes: ReadonlySet<string>;
  /** Neighbouring parts of abbreviations of several words: "z. B". */
  readonly pairs: ReadonlySet<string>;
}

/**
 * Whether the full stop that ends `before` belongs to an abbreviation, an initial or an ordinal
 * number, so that the sentence goes on with `after`.
 */
export function isAbbreviationEnd(before: string, after: string, lexicon: Lexicon): boolean {
  const match = /(?<word>[\p{L}\p{N}\p{M}№º][\p{L}\p{N}\p{M}.’'-]*)\.["'”’)\]]*$/u.exec(before);
  const word = match?.groups?.['word'];
  if (word === undefined) {
    return false;
  }
  const sets = setsOf(lexicon);
  const forms = lastForms(before, word);
  const next = /^["'“‘«([]*(?<next>[\p{L}\p{M}\p{N}]+)/u.exec(after.trimStart())?.groups?.['next'] ?? '';
  if (forms.some((form) => sets.never.has(form)) || sets.pairs.has(`${word}. ${next}`)) {
    return true;
  }
  if (/^\p{N}/u.test(next) && forms.some((form) => sets.beforeNumber.has(form))) {
    return true;
  }
  const startsSentence = lexicon.isSentenceStarter(next);
  if (forms.some((form) => sets.sometimes.has(form))) {
    return !startsSentence && !isClockEnd(word, next, lexicon);
  }
  if (/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word)) {
    return !startsSentence || /^\p{Lu}\.\s*\p{Lu}/u.test(after.trimStart()); // "J. K. Rowling", "U.S. Department"
  }
  return lexicon.table.abbreviations.ordinalNumbers && /^\d{1,3}$/u.test(word) && !startsSentence;
}

/** "at 5 p.m. Sheinbaum said" ends a sentence; "5 p.m. Monday" does not. */
function isClockEnd(word: string, next: string, lexicon: Lexicon): boolean {
  return /^[ap]\.?\s?m$/iu.test(word) && /^\p{Lu}\p{Ll}/u.test(next) && !lexicon.isCalendarWord(next);
}

/** The last word, and the last two as one: "z. B" is one abbreviation. */
function lastForms(before: string, word: string): string[] {
  const two = /(?<two>\p{L}[\p{L}.]*\.? \p{L}+)\.["'”’)\]]*$/u.exec(before)?.groups?.['two'];
  return two === undefined ? [word] : [word, two];
}

function setsOf(lexicon: Lexicon): AbbreviationSets {
  const known = abbreviations.get(lexicon);
  if (known !== undefined) {
    return known;
  }
  const { never, beforeNumber, sometimes } = lexicon.table.abbreviations;
  const sets = {
    never: both(never),
    beforeNumber: both(beforeNumber),
    sometimes: both(sometimes),
    pairs: new Set([...both([...never, ...sometimes])].flatMap((form) => pairsOf(form))),
  };
  abbreviations.set(lexicon, sets);
  return sets;
}

function pairsOf(abbreviation: string): string[] {
  const parts = abbreviation.split('. ');
  return parts.slice(1).map((part, index) => `${parts[index] ?? ''}. ${part}`);
}

/** Entries in lower case stand for their capitalized form too. */
function both(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((word) => [word, capitalize(word)]));
}
