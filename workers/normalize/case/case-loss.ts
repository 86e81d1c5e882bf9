import type { CaseToken } from './case-tokens.ts';
import type { Lexicon } from './lexicon.ts';

/** How much of its capitals an article has lost, by the words whose case is beyond doubt. */
export interface CaseLoss {
  /** Share of such words inside sentences that are small, 0..1; 0 where there is too little to tell. */
  readonly rate: number;
  /** Share of sentences that start small, 0..1; 0 where there is too little to tell. */
  readonly startRate: number;
}

/** Below so many lost capitals a small word is a slip of its own, and says nothing of the others. */
const MIN_LOST = 2;
const MIN_RATE = 0.04;
const MIN_STARTS = 3;
/** A text of so many words without any capital has lost them all. */
const MIN_WORDS_WITHOUT = 12;

interface LossBlock {
  readonly block: { readonly kind: string; readonly text: string };
  readonly tokens: readonly CaseToken[];
}

/** Measures the loss over the running text of an article. */
export function measureLoss(blocks: readonly LossBlock[], lexicon: Lexicon): CaseLoss {
  const all = { lost: 0, kept: 0, smallStarts: 0, starts: 0, words: 0, capitals: 0 };
  for (const { block, tokens } of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'quote' && block.kind !== 'caption') {
      continue;
    }
    for (const [index, token] of tokens.entries()) {
      all.words += 1;
      all.capitals += /\p{Lu}/u.test(token.text) ? 1 : 0;
      if (token.isInitial) {
        const isStart =
          index === 0 || /[.!?]["”’]?\s+$/u.test(block.text.slice(Math.max(0, token.start - 4), token.start));
        all.starts += isStart ? 1 : 0;
        all.smallStarts += isStart && token.isRepairable ? 1 : 0;
      } else if (isBeyondDoubt(tokens, index, lexicon)) {
        all.lost += token.isRepairable ? 1 : 0;
        all.kept += token.isRepairable ? 0 : 1;
      }
    }
  }
  if (all.capitals === 0 && all.words >= MIN_WORDS_WITHOUT) {
    return { rate: 1, startRate: 1 };
  }
  const rate = all.lost / Math.max(1, all.lost + all.kept);
  return {
    rate: all.lost >= MIN_LOST && rate >= MIN_RATE ? rate : 0,
    startRate: all.starts >= MIN_STARTS ? all.smallStarts / all.starts : 0,
  };
}

/** Whether a word is a name of one word that is nothing else: "january", "mexican", "reuters". */
function isBeyondDoubt(tokens: readonly CaseToken[], index: number, lexicon: Lexicon): boolean {
  const word = tokens[index]?.lower ?? '';
  return lexicon
    .namesFrom(word)
    .some(
      (name) =>
        name.words.length === 1 && name.isSure && name.tail === '' && /^\p{Lu}/u.test(name.normal[0] ?? ''),
    );
}
