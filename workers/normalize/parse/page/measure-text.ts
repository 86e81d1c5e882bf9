import type { Element, Root, Text } from 'hast';
import { isHeading, isInline } from './elements.ts';

/** How much an element says, its descendants included. */
export interface TextMeasure {
  /** Characters that show; an ideograph, kana or hangul syllable counts as two. */
  readonly chars: number;
  /** Those of them that stand in links. */
  readonly linkChars: number;
  /** Characters of blocks that read like running text: sentences, few links, no headings. */
  readonly prose: number;
}

export type TextMeasures = ReadonlyMap<Element | Root, TextMeasure>;

/** What an element without any text measures. */
export const NO_TEXT: TextMeasure = { chars: 0, linkChars: 0, prose: 0 };

const SENTENCE_END = /[.!?…。！？।؟։።]["'”’»」』)\]]*\s*(?:$|[\s\p{Lu}\p{Lo}])/u;
const COMMA = /[,;:，、；،；]/u;
const WIDE = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF]/gu;
/** Text of blocks with more of it in links is no prose. */
const MAX_LINK_SHARE = 0.5;

interface Run {
  chars: number;
  linkChars: number;
  sentence: boolean;
  comma: boolean;
}

/** Measures every element of a tree in one pass. */
export function measureText(root: Root | Element): TextMeasures {
  const measures = new Map<Element | Root, TextMeasure>();
  measureBlock(root, false, measures);
  return measures;
}

function measureBlock(
  block: Root | Element,
  inLink: boolean,
  measures: Map<Element | Root, TextMeasure>,
): TextMeasure {
  const sum = { chars: 0, linkChars: 0, prose: 0 };
  const run: Run = { chars: 0, linkChars: 0, sentence: false, comma: false };
  readChildren(block, inLink, { run, sum, measures });
  const measure = {
    chars: sum.chars + run.chars,
    linkChars: sum.linkChars + run.linkChars,
    prose: sum.prose + proseOf(block, run),
  };
  measures.set(block, measure);
  return measure;
}

interface Reading {
  readonly run: Run;
  readonly sum: { chars: number; linkChars: number; prose: number };
  readonly measures: Map<Element | Root, TextMeasure>;
}

function readChildren(parent: Root | Element, inLink: boolean, reading: Reading): void {
  for (const child of parent.children) {
    if (child.type === 'text') {
      readText(child, inLink, reading.run);
    } else if (child.type === 'element' && child.tagName !== 'noscript') {
      readElement(child, inLink, reading);
    }
  }
}

function readElement(element: Element, inLink: boolean, reading: Reading): void {
  const linked = inLink || element.tagName === 'a';
  if (!isInline(element)) {
    const measure = measureBlock(element, linked, reading.measures);
    reading.sum.chars += measure.chars;
    reading.sum.linkChars += measure.linkChars;
    reading.sum.prose += measure.prose;
    return;
  }
  const { run, sum } = reading;
  const before = { chars: run.chars + sum.chars, linkChars: run.linkChars + sum.linkChars, prose: sum.prose };
  readChildren(element, linked, reading);
  reading.measures.set(element, {
    chars: run.chars + sum.chars - before.chars,
    linkChars: run.linkChars + sum.linkChars - before.linkChars,
    prose: sum.prose - before.prose,
  });
}

function readText(text: Text, inLink: boolean, run: Run): void {
  const value = text.value.trim();
  if (value === '') {
    return;
  }
  const chars = value.replaceAll(/\s{2,}/gu, ' ').length + (value.match(WIDE)?.length ?? 0);
  run.chars += chars;
  if (inLink) {
    run.linkChars += chars;
  } else {
    run.sentence ||= SENTENCE_END.test(value);
    run.comma ||= COMMA.test(value);
  }
}

/** Sentences count in full, short labels hardly: a menu of many words is still no article. */
function proseOf(block: Root | Element, run: Run): number {
  const share = run.chars === 0 ? 1 : run.linkChars / run.chars;
  if (
    share > MAX_LINK_SHARE ||
    isHeading(block) ||
    (block.type === 'element' && NO_PROSE.has(block.tagName))
  ) {
    return 0;
  }
  const chars = run.chars - run.linkChars;
  if (run.chars >= 120 || (run.sentence && run.chars >= 20) || (run.comma && run.chars >= 50)) {
    return chars;
  }
  return chars * (run.chars >= 25 ? 0.2 : 0.05);
}

const NO_PROSE = new Set(['figcaption', 'button', 'option', 'address', 'caption', 'summary', 'title']);
