import type { ValueMention } from '../../../shared/values/mention-of.ts';
import { readMentions } from '../../../shared/values/read-mentions.ts';
import type { ValueGrammar } from '../../../shared/values/value-grammar.ts';
import { type Candidate, RANK, type Recognizer } from '../candidate.ts';
import { readTense } from '../dates/tense.ts';
import type { SegmentView } from '../document-view.ts';

/**
 * Finds dates, times, durations, money, percentages, quantities and numbers with the words of
 * `grammar`. Spans leave out prepositions. Dates are not counted yet: that needs the order of the
 * whole article (`resolveDates`).
 */
export function recognizeValues(grammar: ValueGrammar): Recognizer {
  return (view) =>
    view.segments.flatMap((segment) =>
      readMentions(segment.text, grammar).map((mention) => candidateOf(segment, mention, grammar)),
    );
}

function candidateOf(
  { index, text }: Pick<SegmentView, 'index' | 'text'>,
  mention: ValueMention,
  grammar: ValueGrammar,
): Candidate {
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
