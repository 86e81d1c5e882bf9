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
  const place = { segment: index, start, end, rank: RANK.known, confidence: sure ? 0.95 : 0.7 };
  if (reading.kind === 'value') {
    return { ...place, type, evidence: 'Written as a value', reading };
  }
  const tense = readTense(text, { start, end }, grammar);
  const { lasting } = reading.date;
  if (lasting !== undefined && tense === 'past') {
    const value = { kind: 'duration', duration: lasting } as const;
    const from = start + leadOf(text.slice(start, end), grammar.table.inBefore);
    return {
      ...place,
      start: from,
      type: 'DURATION',
      evidence: 'Written as a value',
      reading: { kind: 'value', value },
    };
  }
  return {
    ...place,
    type,
    evidence: 'Written as a date',
    reading: { kind: 'date', date: { ...reading.date, tense } },
  };
}

/** Length of the preposition that a mention begins with, and the space behind it. */
function leadOf(mention: string, prepositions: readonly string[]): number {
  const lower = mention.toLowerCase();
  const lengths = prepositions.map((each) => (lower.startsWith(`${each} `) ? each.length + 1 : 0));
  return Math.max(0, ...lengths);
}
