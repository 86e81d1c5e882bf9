import { caseTokens } from '../../../workers/normalize/case/case-tokens.ts';
import type { Lexicon } from '../../../workers/normalize/case/lexicon.ts';
import { nameAt } from '../../../workers/normalize/case/phrase-case.ts';
import type { WordKinds } from './casing-score.ts';

const FACTS: ReadonlySet<string> = new Set(['month', 'weekday', 'demonym']);
const PERSON_STEP = 6;

/**
 * Tells which words of an original can be known: months, weekdays, countries, nationalities; titles
 * before a capital; words of names that stand in the lists, the gazetteers or, mostly with a capital,
 * in the model.
 */
export function wordKinds(lexicon: Lexicon): (truth: string) => WordKinds {
  const countries = countryWords();
  const titles = new Set(lexicon.table.titles.flatMap((title) => title.split(' ')));
  return (truth) => {
    const kinds = { facts: new Set<number>(), titles: new Set<number>(), listed: new Set<number>() };
    const tokens = caseTokens(truth);
    const clues = Uint8Array.from(tokens, (token) => lexicon.cluesOf(token.lower));
    for (const [index, token] of tokens.entries()) {
      const name = nameAt({ block: { kind: 'paragraph', text: truth }, tokens, clues, lexicon }, index);
      for (const part of tokens.slice(index, index + (name?.words.length ?? 0))) {
        kinds.listed.add(part.start);
      }
      const isFact = name !== undefined && name.words.length === 1 && FACTS.has(name.kind);
      if (isFact || countries.has(token.lower) || lexicon.isCalendarWord(token.text)) {
        kinds.facts.add(token.start);
      }
      if (titles.has(token.lower) && tokens[index + 1]?.isCapitalized === true) {
        kinds.titles.add(token.start);
      }
      if (isNameWord(lexicon, token.lower)) {
        kinds.listed.add(token.start);
      }
    }
    return kinds;
  };
}

function isNameWord(lexicon: Lexicon, word: string): boolean {
  const info = lexicon.model?.words.get(word);
  const isLearned = info !== undefined && info.capital > info.lower;
  const isPerson = info !== undefined && info.person >= PERSON_STEP && info.lower === 0;
  return isLearned || isPerson || lexicon.givenNames.has(word) || lexicon.surnames.has(word);
}

/** Words of the names of countries, from the runtime. */
export function countryWords(): ReadonlySet<string> {
  const namer = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  const names = letters.flatMap((first) => letters.map((second) => namer.of(first + second) ?? ''));
  return new Set(names.filter((name) => /^\p{L}+$/u.test(name)).map((name) => name.toLowerCase()));
}
