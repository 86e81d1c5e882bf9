import { wordEnd, wordStart } from '../../../shared/text/character-kind.ts';
import type { DraftBlock, DraftNode, Leaf } from '../draft/draft.ts';
import { leavesOf } from '../draft/map-leaves.ts';
import type { Boilerplate } from './boilerplate.ts';
import { imagesOf } from './image-relic.ts';

const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+|[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** All but scripts before Thai, and marks and signs. */
const MAY_BE_UNSPACED = /[\u0E00-\u1FFF\u2E80-\uFFFF]/u;
const SENTENCE_END = /[.!?…。！？؟।։۔:][)"'’”»」』\]]*\s*$/u;
const INNER_END = /[.!?…。！？؟।][)"'’”»」』\]]*(?:\s|$)|[。！？]/u;

/** How many words a text has; where words are not spaced, two characters count as one. */
export function weightOf(text: string): number {
  let weight = 0;
  if (!MAY_BE_UNSPACED.test(text)) {
    for (let at = wordStart(text, 0); at < text.length; at = wordStart(text, wordEnd(text, at))) {
      weight += 1;
    }
    return weight;
  }
  for (const [word] of text.matchAll(WORDS)) {
    weight += UNSPACED.test(word) ? Math.ceil(word.length / 2) : 1;
  }
  return weight;
}

/** Words of a block that stand in links to other places than the same page. */
export function linkWeightOf(block: DraftBlock): number {
  return block.codes.reduce(
    (sum, code) =>
      code.kind === 'link' && !isOnPage(code.url)
        ? sum + weightOf(block.text.slice(code.start, code.end))
        : sum,
    0,
  );
}

/** How many links of a block lead elsewhere. */
export function linkCountOf(block: DraftBlock): number {
  return block.codes.filter((code) => code.kind === 'link' && !isOnPage(code.url)).length;
}

/**
 * What a block looks like on a page: `prose` is running text, `chrome` what surrounds an article
 * (links, labels, notices), `short` neither.
 */
type LeafClass = 'heading' | 'prose' | 'chrome' | 'short' | 'picture' | 'empty';

export interface LeafFacts {
  readonly is: LeafClass;
  /** Words outside of links. */
  readonly own: number;
  readonly links: number;
  /** Whether it is a label that pages have, such as "Privacy policy". */
  readonly labelled: boolean;
}

/** Who owns a page: its last lines. */
const OWNERSHIP =
  /©|^\s*copyright\b|\(c\)\s*\d{4}|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|todos os direitos|все права защищены|bản quyền thuộc/iu;

/** More words than this are not a label. */
const MAX_LABEL = 14;
const MIN_PROSE = 9;
/** An archive by months and counts is no running text. */
const MAX_NUMBERS = 0.4;

/** Classifies one block by its words, links and sentence marks. */
export function leafFacts({ shape, block }: Leaf, boilerplate: Boilerplate): LeafFacts {
  const weight = weightOf(block.text);
  const linked = Math.min(weight, linkWeightOf(block));
  const links = linkCountOf(block);
  const labelled =
    weight > 0 && weight <= 40 && (boilerplate.isChrome(block.text) || OWNERSHIP.test(block.text));
  const facts = { own: weight - linked, links, labelled };
  if (shape.type === 'figure' || (weight === 0 && imagesOf(block).length > 0)) {
    return { ...facts, is: 'picture' };
  }
  if (weight === 0 || labelled) {
    return { ...facts, is: labelled ? 'chrome' : 'empty' };
  }
  if (shape.type === 'heading') {
    return { ...facts, is: 'heading' };
  }
  const share = linked / weight;
  const endsSentence = SENTENCE_END.test(block.text);
  if (share >= 0.7 && (weight <= MAX_LABEL || links >= 3) && !(endsSentence && weight > 8)) {
    return { ...facts, is: 'chrome' };
  }
  const hasSentence = endsSentence || INNER_END.test(block.text);
  const isCounts = (block.text.match(/\p{N}+/gu)?.length ?? 0) > weight * MAX_NUMBERS;
  if (share < 0.6 && !isCounts && ((hasSentence && weight >= MIN_PROSE) || weight >= 2 * MIN_PROSE)) {
    return { ...facts, is: 'prose' };
  }
  return { ...facts, is: 'short' };
}

/** The facts of every block below a node, in reading order. */
export function factsBelow(node: DraftNode, boilerplate: Boilerplate): LeafFacts[] {
  return leavesOf([node]).map((leaf) => leafFacts(leaf, boilerplate));
}

/** A table of contents leads to places of the page, with or without its address. */
function isOnPage(url: string): boolean {
  return /#[^/!]/u.test(url);
}
