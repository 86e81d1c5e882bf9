import type { InlineCode } from '../../../shared/document/inline-code.ts';
import type { DraftBlock } from './draft.ts';
import type { KeptText } from './kept-text.ts';

/**
 * Splits a block at the line breaks at `positions` (ascending). Each part after the first records
 * the line break that it lost under `rule`; codes that reach over a break go on in the next part.
 * A line break that a person wants kept splits nothing.
 */
export function splitBlock(
  block: DraftBlock,
  positions: readonly number[],
  rule: string,
  confidence: number,
): DraftBlock[] {
  const breaks = positions.filter((position) => !isKept(block, position));
  const starts = [0, ...breaks.map((position) => position + 1)];
  return starts.map((start, index) => {
    const end = breaks[index] ?? block.text.length;
    const id = index === 0 ? block.id : `${block.id}.${index + 1}`;
    const lost = {
      rule,
      blockId: id,
      span: { start: 0, end: 0 },
      before: block.text.slice(start - 1, start),
      after: '',
      confidence,
    };
    const repairs = block.repairs
      .filter((repair) => repair.span.start >= start && repair.span.end <= end)
      .map((repair) => ({
        ...repair,
        blockId: id,
        span: { start: repair.span.start - start, end: repair.span.end - start },
      }));
    return {
      ...block,
      id,
      text: block.text.slice(start, end),
      codes: sliceCodes(block.codes, start, end),
      repairs: index === 0 ? repairs : [lost, ...repairs],
      ...(block.kept === undefined ? {} : { kept: sliceKept(block.kept, start, end) }),
    };
  });
}

function isKept({ kept = [] }: DraftBlock, position: number): boolean {
  return kept.some(({ span }) => span.start <= position && position < span.end);
}

function sliceKept(kept: readonly KeptText[], start: number, end: number): KeptText[] {
  return kept
    .filter(({ span }) => span.start >= start && span.end <= end)
    .map((text) => ({ ...text, span: { start: text.span.start - start, end: text.span.end - start } }));
}

/** The codes of `[start, end)`, cut at its ends, with positions counted from `start`. */
export function sliceCodes(codes: readonly InlineCode[], start: number, end: number): InlineCode[] {
  return codes
    .filter((code) => code.start < end && code.end > start)
    .map((code) => ({
      ...code,
      start: Math.max(code.start, start) - start,
      end: Math.min(code.end, end) - start,
    }));
}
