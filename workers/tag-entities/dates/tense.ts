import type { Tense } from '../../../shared/values/dates/date-expression.ts';
import type { ValueGrammar } from '../../../shared/values/value-grammar.ts';

/** How far back a clause is looked for: more would be another clause. */
const REACH = 80;
const CLAUSE_END = /[;:。；]|(?<=[\p{Ll}\p{N}]{3})[.!?]\s|,\s+(?:and|but|while|when)\s|["”]/u;

/**
 * Reads how a sentence speaks of the date in `[start, end)`: as still to come, as past, or openly.
 *
 * Words before the date decide; behind it they count only where it opens the sentence ("On Monday
 * she will ..."), because "said on Monday that she will ..." looks back.
 */
export function readTense(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  grammar: ValueGrammar,
): Tense {
  const { ahead, past, reports } = grammar;
  const opening = text.slice(0, start);
  if (start < 16 && !/\p{L}{4}/u.test(opening) && lastMatch(opening, past) < 0) {
    const behind = text.slice(end, end + 60);
    return lastMatch(behind, ahead) >= 0 ? 'ahead' : lastMatch(behind, past) >= 0 ? 'past' : 'open';
  }
  const before = text.slice(Math.max(0, start - REACH), start);
  const clause = before.split(CLAUSE_END).at(-1) ?? before;
  const looksAhead = lastMatch(clause, ahead);
  if (looksAhead >= 0) {
    return lastMatch(clause, reports) > looksAhead ? 'past' : 'ahead';
  }
  return lastMatch(clause, past) >= 0 ? 'past' : 'open';
}

/** Where the last match begins; -1 where there is none. */
function lastMatch(text: string, regex: RegExp | undefined): number {
  return regex === undefined ? -1 : ([...text.matchAll(regex)].at(-1)?.index ?? -1);
}
