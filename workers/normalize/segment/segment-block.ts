import { CODE_SHAPE, type InlineCode, PLACEHOLDER } from '../../../shared/document/inline-code.ts';
import type { DraftBlock } from '../draft/draft.ts';
import { sliceCodes } from '../draft/split-block.ts';
import type { SentenceBreaker } from './sentence-breaks.ts';

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
export function segmentBlock(block: DraftBlock, sentenceBreaks: SentenceBreaker): DraftSegment[] {
  const isWhole = block.kind === 'alt' || block.kind === 'title';
  const breaks = isWhole ? [] : outsideCodes(block, sentenceBreaks(readableText(block)));
  const codesOf = codesInOrder(block.codes);
  const segments: DraftSegment[] = [];
  let start = 0;
  let join = '';
  for (const next of [...breaks, block.text.length]) {
    const piece = block.text.slice(start, next);
    const text = piece.trim();
    const lead = piece.length - piece.trimStart().length;
    if (text === '') {
      join += piece;
    } else {
      const from = start + lead;
      segments.push({
        text,
        codes: numbered(trimPairs(codesOf(from, from + text.length), text)),
        joinBefore: segments.length === 0 ? '' : join + piece.slice(0, lead),
      });
      join = piece.slice(lead + text.length);
    }
    start = next;
  }
  return segments;
}

/**
 * The text as sentence rules should read it: a footnote reference closes a sentence like a bracket, a
 * forced line break is one, other codes are words. As long as the text itself.
 */
function readableText(block: DraftBlock): string {
  if (!block.text.includes(PLACEHOLDER)) {
    return block.text;
  }
  const kinds = new Map(
    block.codes
      .filter(({ kind }) => CODE_SHAPE[kind] === 'standalone')
      .map(({ start, kind }) => [start, kind]),
  );
  return block.text.replaceAll(PLACEHOLDER, (character, offset: number) => {
    const kind = kinds.get(offset);
    return kind === undefined ? character : READ_AS[kind];
  });
}

const READ_AS: { readonly [Kind in InlineCode['kind']]: string } = {
  emphasis: PLACEHOLDER,
  strong: PLACEHOLDER,
  delete: PLACEHOLDER,
  link: PLACEHOLDER,
  image: PLACEHOLDER,
  code: PLACEHOLDER,
  break: '\n',
  'footnote-reference': ')',
  span: PLACEHOLDER,
  protected: PLACEHOLDER,
};

/** The breaks that no pair reaches over, from before the white space there to after it. */
function outsideCodes(block: DraftBlock, breaks: readonly number[]): number[] {
  const pairs = block.codes
    .filter((code) => CODE_SHAPE[code.kind] === 'pair')
    .toSorted((a, b) => a.start - b.start);
  let next = 0;
  let reach = 0;
  return breaks.filter((at) => {
    let end = at;
    while (end > 0 && /\s/u.test(block.text.charAt(end - 1))) {
      end -= 1;
    }
    for (let pair = pairs[next]; pair !== undefined && pair.start < end; pair = pairs[next]) {
      reach = Math.max(reach, pair.end);
      next += 1;
    }
    return reach <= at;
  });
}

/** Gives the codes of one segment after the other; each code is looked at once or twice. */
function codesInOrder(codes: readonly InlineCode[]): (from: number, to: number) => InlineCode[] {
  let next = 0;
  return (from, to) => {
    const first = next;
    for (let code = codes[next]; code !== undefined && code.start < to; code = codes[next]) {
      next += 1;
    }
    return sliceCodes(codes.slice(first, next), from, to);
  };
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
