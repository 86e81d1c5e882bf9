import { CODE_SHAPE, type InlineCode } from '../../../shared/document/inline-code.ts';
import type { Lexicon } from '../case/lexicon.ts';
import type { DraftBlock } from '../draft/draft.ts';
import { sliceCodes } from '../draft/split-block.ts';
import { sentenceBreaks } from './sentence-breaks.ts';

/** A sentence of a block before it has an id. */
export interface DraftSegment {
  readonly text: string;
  readonly codes: readonly InlineCode[];
  readonly joinBefore: string;
}

/**
 * Cuts a block into sentences. A code is never cut: where one encloses the end of a sentence, the
 * sentence goes on. Alternative texts and titles stay whole, for a code refers to one segment.
 */
export function segmentBlock(block: DraftBlock, locale: string, lexicon: Lexicon): DraftSegment[] {
  const isWhole = block.kind === 'alt' || block.kind === 'title';
  const breaks = isWhole ? [] : sentenceBreaks(block, locale, lexicon);
  const segments: DraftSegment[] = [];
  let start = 0;
  let join = '';
  for (const [index, next] of [...breaks, block.text.length].entries()) {
    const piece = block.text.slice(start, next);
    const text = piece.trim();
    const lead = piece.length - piece.trimStart().length;
    if (text === '') {
      join += piece;
    } else {
      const from = start + lead;
      segments.push({
        text,
        codes: numbered(trimPairs(sliceCodes(block.codes, from, from + text.length), text)),
        joinBefore: index === 0 ? '' : join + piece.slice(0, lead),
      });
      join = piece.slice(lead + text.length);
    }
    start = next;
  }
  return segments;
}

/** Pairs around white space alone mark nothing. */
function trimPairs(codes: readonly InlineCode[], text: string): InlineCode[] {
  return codes.filter(
    (code) => CODE_SHAPE[code.kind] === 'standalone' || text.slice(code.start, code.end).trim() !== '',
  );
}

function numbered(codes: readonly InlineCode[]): InlineCode[] {
  return codes.map((code, index) => ({ ...code, id: index + 1 }));
}
