import type { EntityValue } from '../../../shared/document/entity-mention.ts';
import { parseMoment } from '../../../shared/values/dates/calendar.ts';
import type { ValueGrammar } from '../../../shared/values/value-grammar.ts';
import { resolveDates } from '../../../workers/tag-entities/dates/resolve-dates.ts';
import type { DocumentView } from '../../../workers/tag-entities/document-view.ts';
import { mergeCandidates } from '../../../workers/tag-entities/merge-candidates.ts';
import { recognizeValues } from '../../../workers/tag-entities/values/recognize-values.ts';
import type { FoundValue, TimeReading } from './time-readings.ts';

/** Dates, times and lengths of time of a text, each line a segment, with values counted from `published`. */
export function recognizedValues(
  { text, published }: { readonly text: string; readonly published: string | undefined },
  grammar: ValueGrammar,
): readonly FoundValue[] {
  const { view, starts } = viewOf(text, grammar.language);
  const candidates = mergeCandidates(view, recognizeValues(grammar)(view));
  const dates = resolveDates(candidates, published === undefined ? undefined : parseMoment(published));
  return candidates
    .filter(({ type }) => type === 'DATE' || type === 'TIME' || type === 'DURATION')
    .map((candidate) => {
      const { reading, segment, start, end } = candidate;
      const value = reading.kind === 'value' ? reading.value : dates.get(candidate);
      const offset = starts[segment] ?? 0;
      return { start: start + offset, end: end + offset, reading: value && readingOf(value) };
    });
}

/** A text as recognizers see it, each line a segment, and where each line begins. */
export function viewOf(text: string, language: string): { view: DocumentView; starts: readonly number[] } {
  const starts: number[] = [];
  let at = 0;
  const segments = text.split('\n').map((line, index) => {
    starts.push(at);
    at += line.length + 1;
    return {
      index,
      id: `s${index}`,
      text: line,
      tokens: [],
      kind: 'paragraph' as const,
      titleCase: false,
      known: [],
    };
  });
  return { view: { language, lowerWords: new Set(), segments }, starts };
}

function readingOf(value: EntityValue): TimeReading | undefined {
  switch (value.kind) {
    case 'date': {
      const [from = '', to] = value.timex.split('/');
      if (value.repeats === true) {
        return { kind: 'set', timex: value.timex };
      }
      return to === undefined ? { kind: 'date', timex: from } : { kind: 'span', from, to };
    }
    case 'time':
      return value.until === undefined
        ? { kind: 'time', time: value.time }
        : { kind: 'span', from: `T${value.time}`, to: `T${value.until}` };
    case 'duration': {
      const [from, to] = value.interval?.split('/') ?? [];
      const placed = from === undefined || to === undefined ? {} : { interval: { from, to } };
      return { kind: 'duration', duration: value.duration, ...placed };
    }
    case 'money':
    case 'percent':
    case 'number':
    case 'ordinal':
      return undefined;
    default:
      return value satisfies never;
  }
}
