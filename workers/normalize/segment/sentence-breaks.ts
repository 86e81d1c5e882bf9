import { CODE_SHAPE, type InlineCode, PLACEHOLDER } from '../../../shared/document/inline-code.ts';
import type { Lexicon } from '../case/lexicon.ts';
import type { DraftBlock } from '../draft/draft.ts';
import { isAbbreviationEnd } from './is-abbreviation-end.ts';

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Where the sentences of a block after the first start: the Unicode rules for the locale, joined
 * again after abbreviations, initials and ordinals, before a lower-case word, and inside codes.
 */
export function sentenceBreaks(block: DraftBlock, locale: string, lexicon: Lexicon): number[] {
  if (!/[.!?…:;。！？؟।॥။។՞።‼⁇⁈⁉]/u.test(block.text)) {
    return [];
  }
  const breaks: number[] = [];
  for (const { index } of segmenterOf(locale).segment(readableText(block))) {
    if (index > 0 && isBreak(block, index, lexicon)) {
      breaks.push(index);
    }
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
  const characters = [...block.text];
  const atOffset = new Map(block.codes.map((code) => [code.start, code.kind]));
  let offset = 0;
  return characters
    .map((character) => {
      const kind = character === PLACEHOLDER ? atOffset.get(offset) : undefined;
      offset += character.length;
      return kind === undefined ? character : READ_AS[kind];
    })
    .join('');
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
};

function isBreak(block: DraftBlock, index: number, lexicon: Lexicon): boolean {
  const before = block.text.slice(Math.max(0, index - 60), index).trimEnd();
  const after = block.text.slice(index, index + 40);
  if (before === '' || after.trim() === '' || isInsideCode(block.codes, index, block.text)) {
    return false;
  }
  if (/^["'“‘«(\[]*\p{Ll}/u.test(after) && !/[。！？।]$/u.test(before)) {
    return false; // "Why?" he asked
  }
  return !isAbbreviationEnd(before, after, lexicon);
}

/** Whether a pair reaches from before the white space at `index` to after it. */
function isInsideCode(codes: readonly InlineCode[], index: number, text: string): boolean {
  const end = text.slice(0, index).trimEnd().length;
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
