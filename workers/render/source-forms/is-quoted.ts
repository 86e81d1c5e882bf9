import { groupBy } from '../../../shared/document/group-by.ts';
import { languageOf } from '../../../shared/document/locale.ts';
import type { FilledSegment } from '../fill-targets.ts';
import type { LocaleKit } from '../locale-kit.ts';
import { readMarks } from '../typography/quotes/read-marks.ts';

/** Whether a place in a segment's target is inside a quotation. */
export type IsQuoted = (segmentId: string, at: number) => boolean;

/**
 * Reads the quotation marks of an article's targets as typography does, over sentences and paragraphs;
 * not before it is first asked.
 */
export function createQuotationReader(
  filled: readonly FilledSegment[],
  { kit, joins }: { readonly kit: LocaleKit; readonly joins: ReadonlyMap<string, string> },
): IsQuoted {
  let read: ReadonlyMap<string, readonly Quoted[]> | undefined;
  return (segmentId, at) => {
    read ??= readQuotations(filled, kit, joins);
    return read.get(segmentId)?.some(({ from, to }) => from < at && at < to) ?? false;
  };
}

/** A quotation in a segment; it may begin before and end behind it. */
interface Quoted {
  readonly from: number;
  readonly to: number;
}

function readQuotations(
  filled: readonly FilledSegment[],
  { locale, style }: LocaleKit,
  joins: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly Quoted[]> {
  const quoted = new Map<string, readonly Quoted[]>();
  const context = {
    language: languageOf(locale),
    quotes: style.quotes,
    elisions: style.typography.elisions,
  };
  let carried = 0;
  for (const block of groupBy(filled, ({ segment }) => segment.blockId).values()) {
    let text = '';
    const starts = block.map(({ segment, target = segment }) => {
      text += joins.get(segment.id) ?? segment.joinBefore;
      const start = text.length;
      text += target.text;
      return start;
    });
    const { marks, open } = readMarks(text, { ...context, carried });
    const spans = spansOf(marks, carried, text.length);
    for (const [index, { segment }] of block.entries()) {
      const start = starts[index] ?? 0;
      quoted.set(
        segment.id,
        spans.map(({ from, to }) => ({ from: from - start, to: to - start })),
      );
    }
    carried = open;
  }
  return quoted;
}

type Marks = ReturnType<typeof readMarks>['marks'];

/** The outermost quotations of a block. */
function spansOf(marks: Marks, carried: number, length: number): readonly Quoted[] {
  const spans: Quoted[] = [];
  let depth = carried;
  let from = -1;
  for (const { role, start, end } of marks) {
    if (role === 'open') {
      from = depth === 0 ? start : from;
      depth += 1;
    } else if (role === 'close' && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        spans.push({ from, to: end });
      }
    }
  }
  return depth > 0 ? [...spans, { from, to: length + 1 }] : spans;
}
