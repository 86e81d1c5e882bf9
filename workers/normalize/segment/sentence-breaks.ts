import { CODE_SHAPE, type InlineCode, PLACEHOLDER } from '../../../shared/document/inline-code.ts';
import type { Lexicon } from '../case/lexicon.ts';
import type { DraftBlock } from '../draft/draft.ts';
import { isAbbreviationEnd } from './is-abbreviation-end.ts';

const WINDOW_LENGTH = 8_000;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Where the sentences of a block after the first start: the Unicode rules for the locale, joined
 * again after abbreviations, initials and ordinals, before a lower-case word, and inside codes.
 */
export function sentenceBreaks(block: DraftBlock, locale: string, lexicon: Lexicon): number[] {
  if (!/[.!?…:;。！？؟।॥။។՞።‼⁇⁈⁉]/u.test(block.text)) {
    return [];
  }
  return unicodeBreaks(readableText(block), segmenterOf(locale)).filter((index) =>
    isBreak(block, index, lexicon),
  );
}

/**
 * Starts of sentences by the Unicode rules. Long texts are read in windows, for `Intl.Segmenter`
 * takes quadratic time; the last two sentences of a window are read again with what follows.
 */
function unicodeBreaks(text: string, segmenter: Intl.Segmenter): number[] {
  const breaks: number[] = [];
  let start = 0;
  let size = WINDOW_LENGTH;
  while (start < text.length) {
    const window = text.slice(start, start + size);
    const found: number[] = [];
    for (const { index } of segmenter.segment(window)) {
      if (start + index > 0) {
        found.push(start + index);
      }
    }
    if (start + size >= text.length) {
      breaks.push(...found);
      break;
    }
    const restart = found.at(-2);
    if (restart === undefined || restart <= start) {
      size *= 2;
      continue;
    }
    breaks.push(...found.slice(0, -2));
    start = restart;
    size = WINDOW_LENGTH;
  }
  return breaks;
}

/**
 * The text as the Unicode rules should read it: a footnote reference closes a sentence like a
 * bracket, other codes are words. As long as the text itself.
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
  image: 'A',
  code: 'A',
  break: ' ',
  'footnote-reference': ')',
  span: PLACEHOLDER,
  protected: 'A',
};

function isBreak(block: DraftBlock, index: number, lexicon: Lexicon): boolean {
  const before = block.text.slice(Math.max(0, index - 60), index).trimEnd();
  const after = block.text.slice(index, index + 40);
  if (before === '' || after.trim() === '' || isInsideCode(block.codes, index, block.text)) {
    return false;
  }
  if (/^["'“‘«([]*\p{Ll}/u.test(after) && !/[。！？।]$/u.test(before)) {
    return false; // "Why?" he asked
  }
  return !isAbbreviationEnd(before, after, lexicon);
}

/** Whether a pair reaches from before the white space at `index` to after it. */
function isInsideCode(codes: readonly InlineCode[], index: number, text: string): boolean {
  let end = index;
  while (end > 0 && /\s/u.test(text.charAt(end - 1))) {
    end -= 1;
  }
  return codes.some((code) => CODE_SHAPE[code.kind] === 'pair' && code.start < end && code.end > index);
}

function segmenterOf(locale: string): Intl.Segmenter {
  const known = segmenters.get(locale);
  if (known !== undefined) {
    return known;
  }
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  segmenters.set(locale, segmenter);
  return segmenter;
}
