import { type Candidate, RANK, type Recognizer } from '../candidate.ts';
import { readTense } from '../dates/tense.ts';
import type { SegmentView } from '../document-view.ts';
import type { Lexeme } from './lexeme.ts';
import { mentionOf } from './mention-of.ts';
import { readIslands } from './read-lexemes.ts';
import { readValues } from './read-values.ts';
import type { ValueGrammar } from './value-grammar.ts';

/**
 * Finds dates, times, durations, money, percentages, quantities and numbers with the words of
 * `grammar`. Spans leave out prepositions. Dates are not counted yet: that needs the order of the
 * whole article (`resolveDates`).
 */
export function recognizeValues(grammar: ValueGrammar): Recognizer {
  return (view) => view.segments.flatMap((segment) => valuesIn(segment, grammar));
}

function valuesIn(
  { index, text }: Pick<SegmentView, 'index' | 'text'>,
  grammar: ValueGrammar,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const island of readIslands(text, grammar)) {
    const lexemes = readValues(island);
    lexemes.forEach((lexeme, at) => {
      const candidate = candidateOf({ index, text, lexeme, before: lexemes[at - 1] }, grammar);
      if (candidate !== undefined) {
        found.push(candidate);
      }
    });
  }
  return found;
}

interface Place {
  readonly index: number;
  readonly text: string;
  readonly lexeme: Lexeme;
  readonly before: Lexeme | undefined;
}

function candidateOf({ index, text, lexeme, before }: Place, grammar: ValueGrammar): Candidate | undefined {
  const mention = mentionOf(text, { lexeme, before }, grammar);
  if (mention === undefined) {
    return undefined;
  }
  const { start, end, type, reading, sure } = mention;
  const dated = reading.kind === 'date';
  return {
    segment: index,
    start,
    end,
    type,
    rank: RANK.known,
    confidence: sure ? 0.95 : 0.7,
    evidence: dated ? 'Written as a date' : 'Written as a value',
    reading: dated
      ? { kind: 'date', date: { ...reading.date, tense: readTense(text, { start, end }, grammar) } }
      : reading,
  };
}
