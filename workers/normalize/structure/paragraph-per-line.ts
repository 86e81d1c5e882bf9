import type { Draft, DraftBlock, DraftNode, Leaf } from '../draft/draft.ts';
import { splitBlock } from '../draft/split-block.ts';
import { findCredit } from './find-credit.ts';
import { withoutBars } from './image-relic.ts';
import { isWrapped } from './is-wrapped.ts';
import type { StructureContext, StructureRule } from './structure-rule.ts';

const RULE = 'paragraph-per-line';
const MIN_LINES = 3;
/** Shorter lines are headings, items, captions: they need not end like a sentence. */
const MIN_LONG_LINE = 60;
/** Share of long lines that must end like a paragraph. */
const MIN_CLOSED = 0.75;
/** Share of the running text that must stand in paragraphs of several lines. */
const MIN_SHARE = 0.5;
/** Where every line is one sentence, an author broke lines by meaning: one in four must hold more. */
const MIN_SEVERAL = 0.25;

/**
 * A scraper that writes one paragraph per line, without blank lines, runs paragraphs together. Such
 * an article has lines of several sentences that end like paragraphs and were not broken at a line
 * width; lines broken at a width, or after each sentence, are joined by `hard-wrap` instead.
 */
export const paragraphPerLine: StructureRule = {
  name: RULE,
  description: 'Splits paragraphs that are separated by single line breaks',
  apply: (draft, context) => {
    if (!hasParagraphLines(draft, context)) {
      return draft;
    }
    return {
      ...draft,
      nodes: draft.nodes.flatMap((node): DraftNode[] =>
        isParagraph(node) ? splitLines(node, context) : [node],
      ),
    };
  },
};

function isParagraph(node: DraftNode): node is Leaf {
  return node.type === 'leaf' && node.shape.type === 'paragraph';
}

function splitLines(leaf: Leaf, context: StructureContext): Leaf[] {
  const breaks = [...leaf.block.text.matchAll(/\n/gu)].map((match) => match.index);
  const between = breaks.filter((position) => !isInsideSentence(leaf.block, position, context));
  return between.length === 0
    ? [leaf]
    : splitBlock(leaf.block, between, RULE, 0.9).map((block) => ({ ...leaf, block }));
}

/** The line does not end a sentence, and the next goes on in lower case or with a mark. */
function isInsideSentence({ text }: DraftBlock, position: number, context: StructureContext): boolean {
  const before = text.slice(text.lastIndexOf('\n', position - 1) + 1, position);
  const after = text.slice(position + 1).trimStart();
  return !endsParagraph(before, context) && /^(?:[(“"«]?\p{Ll}|[,;:.)\]»”])/u.test(after);
}

function hasParagraphLines(draft: Draft, context: StructureContext): boolean {
  const paragraphs = draft.nodes.filter((node) => isParagraph(node));
  const total = paragraphs.reduce((sum, { block }) => sum + block.text.length, 0);
  const broken = paragraphs.filter(({ block }) => block.text.includes('\n'));
  const brokenLength = broken.reduce((sum, { block }) => sum + block.text.length, 0);
  const blocks = broken.map(({ block }) => block.text.split('\n').filter((line) => /\p{L}/u.test(line)));
  const lines = blocks.flat();
  if (lines.length < MIN_LINES || brokenLength < total * MIN_SHARE) {
    return false;
  }
  const ending = new Set(lines.filter((line) => endsParagraph(line, context)));
  if (countIn(ending, lines) < lines.length * MIN_CLOSED && isWrapped(blocks)) {
    return false;
  }
  const long = lines.filter((line) => line.length >= MIN_LONG_LINE);
  const counted = long.length === 0 ? lines : long;
  const closed = countIn(ending, counted);
  const several = counted.filter((line) => hasSeveralSentences(line)).length;
  return several >= counted.length * MIN_SEVERAL && several > 0 && closed >= counted.length * MIN_CLOSED;
}

function countIn(chosen: ReadonlySet<string>, lines: readonly string[]): number {
  return lines.filter((line) => chosen.has(line)).length;
}

function hasSeveralSentences(line: string): boolean {
  return /[.!?。！？][)"'’”»」]*\s*(?=["'“‘«(]?\p{Lu}|\p{Lo})/u.test(line.slice(0, -1));
}

/** A line that ends a sentence, a caption's credit, or a byline. */
function endsParagraph(line: string, { lexicon, agencies }: StructureContext): boolean {
  const isByline = lexicon.table.bylineWords.some((word) =>
    line.trimStart().toLowerCase().startsWith(`${word} `),
  );
  return (
    /[.!?…。！？:][)"'’”»」\]*]*\s*$/u.test(line) ||
    isByline ||
    findCredit(withoutBars(line), agencies) !== undefined
  );
}
