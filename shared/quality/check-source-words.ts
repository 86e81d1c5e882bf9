import { languageOf } from '../document/locale.ts';
import type { QaFinding } from '../document/rendition.ts';
import type { CheckedPair } from './checked-pair.ts';
import { type ProseWord, proseWords, tellingWords } from './prose-words.ts';

/** Fewest words in a row that are a passage; how many of them in small letters; how many that only the source's language has. */
const MIN_WORDS = 4;
const MIN_SMALL = 3;
const MIN_TELLING = 2;
/** Words of a text that are looked at: every one is compared with every one. */
const MAX_WORDS = 2000;

/**
 * Finds passages of the source that stand in the target word by word: at least four words in a row,
 * three of them in small letters and two of them articles, prepositions and the like of the source's
 * language. Names, titles, addresses and commands have too few of those.
 */
export function findSourceWords({ source, target, sourceLocale, locale }: CheckedPair): readonly QaFinding[] {
  const telling = tellingWords(languageOf(sourceLocale), languageOf(locale));
  const isTelling = ({ text = '' }: ProseWord): boolean => telling.has(text);
  const words = proseWords(target).slice(0, MAX_WORDS);
  if (words.filter(isTelling).length < MIN_TELLING) {
    return [];
  }
  const own = proseWords(source).slice(0, MAX_WORDS);
  return runsOf(words, own)
    .filter(
      (run) =>
        run.length >= MIN_WORDS &&
        run.filter(({ text = '' }) => /^\p{Ll}/u.test(text)).length >= MIN_SMALL &&
        run.filter(isTelling).length >= MIN_TELLING,
    )
    .map((run): QaFinding => {
      const span = { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 };
      return {
        rule: 'passage-untranslated',
        severity: 'warning',
        message: `“${target.slice(span.start, span.end)}” stands in the source as it is`,
        span,
      };
    });
}

/** The longest runs of the target's words that the source has in the same order, none inside another. */
function runsOf(words: readonly ProseWord[], own: readonly ProseWord[]): readonly (readonly ProseWord[])[] {
  const lengths = longestRuns(words, own);
  const runs: (readonly ProseWord[])[] = [];
  for (let at = 0; at < words.length; at += Math.max(1, lengths[at] ?? 0)) {
    runs.push(words.slice(at, at + (lengths[at] ?? 0)));
  }
  return runs;
}

/** For each word of the target, how many from it on stand somewhere in the source in a row. */
function longestRuns(words: readonly ProseWord[], own: readonly ProseWord[]): Uint16Array {
  const longest = new Uint16Array(words.length);
  let after = new Uint16Array(own.length + 1);
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const row = new Uint16Array(own.length + 1);
    const word = words[at]?.text;
    for (let from = 0; from < own.length; from += 1) {
      row[from] = word !== undefined && own[from]?.text === word ? (after[from + 1] ?? 0) + 1 : 0;
      longest[at] = Math.max(longest[at] ?? 0, row[from] ?? 0);
    }
    after = row;
  }
  return longest;
}
