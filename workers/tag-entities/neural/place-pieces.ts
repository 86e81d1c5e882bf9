import type { Span } from '../../../shared/document/span.ts';

/** A piece of a word as a model's tokenizer shows it, with the label that the model gave it. */
export interface LabelledPiece {
  readonly word: string;
  readonly entity: string;
  /** 0..1. */
  readonly score: number;
}

/** A piece with its place in the text. */
export interface PlacedPiece extends Span {
  readonly piece: LabelledPiece;
  /** It goes on with the word of the piece before it. */
  readonly goesOn: boolean;
}

const UNKNOWN = /^(?:\[UNK\]|<unk>)$|\uFFFD/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/**
 * Finds where the pieces stand in the text that they were cut from: tokenizers drop case, accents and
 * spaces, and mark pieces inside a word. A piece that does not come next is left out.
 */
export function placePieces(text: string, pieces: readonly LabelledPiece[]): readonly PlacedPiece[] {
  const folded = foldText(text);
  const placed: PlacedPiece[] = [];
  let at = 0;
  let isLost = false;
  for (const piece of pieces) {
    const wanted = foldText(piece.word.replace(/^(?:##|\u2581)+/u, '').trim()).text;
    const found = wanted === '' || UNKNOWN.test(piece.word) ? -1 : folded.text.indexOf(wanted, at);
    const isNext: boolean = found !== -1 && (isLost || folded.text.slice(at, found).trim() === '');
    isLost = !isNext;
    if (isNext) {
      const start = folded.starts[found] ?? 0;
      const end = folded.ends[found + wanted.length - 1] ?? start;
      const before = placed.at(-1);
      const isInside = LETTER.test(text.slice(start - 1, start)) && LETTER.test(text.slice(start, end));
      placed.push({ start, end, piece, goesOn: before?.end === start && isInside });
      at = found + wanted.length;
    }
  }
  return placed;
}

interface FoldedText {
  readonly text: string;
  /** For each code unit of `text` where it came from. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Lower case, without accents and compatibility forms. */
function foldText(text: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const plain = character.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    folded += plain;
    at += character.length;
    if (plain === '' && ends.length > 0) {
      ends[ends.length - 1] = at; // a mark belongs to the letter before it
    }
  }
  return { text: folded, starts, ends };
}
