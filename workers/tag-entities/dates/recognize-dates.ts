import { type Candidate, RANK, type Recognizer } from '../candidate.ts';
import type { SegmentView } from '../document-view.ts';
import { CALENDAR_RULES } from './calendar-rules.ts';
import type { DateExpression } from './date-expression.ts';
import type { DateRule } from './date-rule.ts';
import { RELATIVE_RULES } from './relative-rules.ts';
import { readTense } from './tense.ts';

/** What every date has: a digit, or a word of the calendar. Most sentences have neither. */
const HINT =
  /\d|day|week|month|quarter|year|decade|century|night|morning|afternoon|evening|tomorrow|january|february|march|april|may|june|july|august|september|october|november|december|christmas/iu;

const RULES: readonly DateRule[] = [...CALENDAR_RULES, ...RELATIVE_RULES];

/**
 * Finds dates in English text: calendar dates, weekdays, "mid-last week", "three days later", "the
 * early hours of January 3". Spans leave out prepositions and a leading article. Nothing is counted
 * yet: that needs the order of the whole article (`resolveDates`).
 */
export const recognizeDates: Recognizer = (view) =>
  view.segments.filter(({ text }) => HINT.test(text)).flatMap((segment) => datesIn(segment));

function datesIn(segment: SegmentView): readonly Candidate[] {
  return RULES.flatMap(({ pattern, read }) =>
    [...segment.text.matchAll(pattern)].flatMap((match): readonly Candidate[] => {
      const start = match.index;
      const end = start + match[0].length;
      const date = read(match.groups ?? {}, readTense(segment.text, start, end));
      return date === undefined ? [] : [toCandidate(segment, start, end, date)];
    }),
  );
}

function toCandidate(segment: SegmentView, start: number, end: number, date: DateExpression): Candidate {
  return {
    segment: segment.index,
    start,
    end,
    type: date.part === undefined ? 'DATE' : 'TIME',
    rank: RANK.known,
    confidence: 0.95,
    evidence: 'Written as a date',
    reading: { kind: 'date', date },
  };
}
