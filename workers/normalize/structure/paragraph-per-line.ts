import type { DraftBlock, DraftNode } from '../draft/draft.ts';
import { splitBlock } from '../draft/split-block.ts';
import { findCredit } from './find-credit.ts';
import { withoutBars } from './image-relic.ts';
import type { StructureContext, StructureRule } from './structure-rule.ts';

const RULE = 'paragraph-per-line';
const MIN_LINES = 3;
/** Share of lines that must end like a paragraph. */
const MIN_CLOSED = 0.75;
/** A block this share of the article's text is the whole article, run together. */
const MIN_SHARE = 0.6;

/**
 * A scraper that writes one paragraph per line, without blank lines, makes the article one
 * paragraph. Such a block has lines of several sentences that end like paragraphs and were not
 * broken at a line width.
 */
export const paragraphPerLine: StructureRule = {
  name: RULE,
  description: 'Splits an article whose paragraphs are separated by single line breaks',
  apply: (draft, context) => {
    const total = draft.nodes.reduce((sum, node) => sum + topLevelLength(node), 0);
    return {
      ...draft,
      nodes: draft.nodes.flatMap((node): DraftNode[] => {
        if (node.type !== 'leaf' || node.shape.type !== 'paragraph') {
          return [node];
        }
        const { block, shape } = node;
        if (block.text.length < total * MIN_SHARE || !hasParagraphLines(block, context)) {
          return [node];
        }
        const breaks = [...block.text.matchAll(/\n/gu)].map((match) => match.index);
        return splitBlock(block, breaks, RULE, 0.9).map((part) => ({ type: 'leaf', shape, block: part }));
      }),
    };
  },
};

function topLevelLength(node: DraftNode): number {
  return node.type === 'leaf' ? node.block.text.length : 0;
}

function hasParagraphLines(block: DraftBlock, context: StructureContext): boolean {
  const lines = block.text.split('\n');
  const words = lines.filter((line) => /\p{L}/u.test(line));
  if (words.length < MIN_LINES || isWrapped(words)) {
    return false;
  }
  const closed = words.filter((line) => endsParagraph(line, context)).length;
  const severalSentences = words.some((line) =>
    /[.!?。！？][)"'’”»」]*\s*(?=["'“‘«(]?\p{Lu}|\p{Lo})/u.test(line.slice(0, -1)),
  );
  return severalSentences && closed / words.length >= MIN_CLOSED;
}

/** A line that ends a sentence, a caption's credit, or a byline. */
function endsParagraph(line: string, { lexicon, agencies }: StructureContext): boolean {
  const isByline = lexicon.table.bylineWords.some((word) =>
    line.trimStart().toLowerCase().startsWith(`${word} `),
  );
  return (
    /[.!?…。！？:][)"'’”»」]*\s*$/u.test(line) ||
    isByline ||
    findCredit(withoutBars(line), agencies) !== undefined
  );
}

/** Whether each line is as full as its width allows: the next word would not have fitted. */
function isWrapped(lines: readonly string[]): boolean {
  const width = lines.slice(0, -1).reduce((longest, line) => Math.max(longest, line.length), 0);
  const full = lines
    .slice(0, -1)
    .filter((line, index) => line.length + 1 + (lines[index + 1]?.split(' ')[0]?.length ?? 0) > width);
  return full.length >= (lines.length - 1) * 0.8;
}
