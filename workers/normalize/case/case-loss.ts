import type { CaseToken } from './case-tokens.ts';
import type { Lexicon } from './lexicon.ts';
import { CLUE } from './word-clues.ts';

/** How much of its capitals an article has lost, by the words whose case is beyond doubt. */
export interface CaseLoss {
  /** Share of such words inside sentences that are small, 0..1; 0 where there is too little to tell. */
  readonly rate: number;
  /** Share of sentences that start small, 0..1; 0 where there is too little to tell. */
  readonly startRate: number;
}

interface WordLoss {
  readonly lost: number;
  readonly all: number;
}

/** Below so many different words a small one is a slip of its own, and says nothing of the others. */
const MIN_LOST = 2;
const MIN_RATE = 0.04;
const MIN_STARTS = 2;
/** A text of so many different words without any capital has lost them all. */
const MIN_WORDS_WITHOUT = 12;

const MAY_BE_NAME = CLUE.name | CLUE.givenName;

interface LossBlock {
  readonly block: { readonly kind: string; readonly text: string };
  readonly tokens: readonly CaseToken[];
  /** See `CLUE`. */
  readonly clues: Uint8Array;
}

/** Measures the loss over the running text of an article. */
export function measureLoss(blocks: readonly LossBlock[], lexicon: Lexicon): CaseLoss {
  const text = { starts: 0, smallStarts: 0, words: 0, capitals: 0 };
  const known = new Map<string, WordLoss>();
  for (const { block, tokens, clues } of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'quote' && block.kind !== 'caption') {
      continue;
    }
    for (const [index, token] of tokens.entries()) {
      text.words += 1;
      text.capitals += token.text === token.lower ? 0 : 1;
      if (token.isInitial) {
        const isStart = startsSentence(block.text, tokens, index);
        text.starts += isStart ? 1 : 0;
        text.smallStarts += isStart && token.isRepairable ? 1 : 0;
      } else if (((clues[index] ?? 0) & MAY_BE_NAME) !== 0 && isBeyondDoubt(token.lower, lexicon)) {
        const word = known.get(token.lower) ?? { lost: 0, all: 0 };
        known.set(token.lower, { lost: word.lost + (token.isRepairable ? 1 : 0), all: word.all + 1 });
      }
    }
  }
  if (text.capitals === 0 && text.words >= MIN_WORDS_WITHOUT && differentWords(blocks) >= MIN_WORDS_WITHOUT) {
    return { rate: 1, startRate: 1 };
  }
  const words = [...known.values()];
  const lost = words.filter((word) => word.lost > 0).length + text.smallStarts;
  const rate =
    (words.reduce((sum, word) => sum + word.lost / word.all, 0) + text.smallStarts) /
    Math.max(1, words.length + text.starts);
  return {
    rate: lost >= MIN_LOST && rate >= MIN_RATE ? rate : 0,
    startRate: text.smallStarts >= MIN_STARTS ? text.smallStarts / text.starts : 0,
  };
}

function differentWords(blocks: readonly LossBlock[]): number {
  return new Set(blocks.flatMap(({ tokens }) => tokens.map((token) => token.lower))).size;
}

/** Whether a word starts a sentence: after another one, or a block that ends like a sentence. */
function startsSentence(text: string, tokens: readonly CaseToken[], index: number): boolean {
  const start = tokens[index]?.start ?? 0;
  if (index > 0) {
    return /\p{L}{3}[.!?]\s+$/u.test(text.slice(Math.max(0, start - 8), start));
  }
  return start === 0 && /[.!?]["”’)]*$/u.test(text);
}

/** Whether a word is a name of one word that is nothing else: "january", "mexican", "angela". */
function isBeyondDoubt(word: string, lexicon: Lexicon): boolean {
  const isName = lexicon
    .namesFrom(word)
    .some(
      (name) =>
        name.words.length === 1 && name.isSure && name.tail === '' && /^\p{Lu}/u.test(name.normal[0] ?? ''),
    );
  return isName || (word.length > 3 && lexicon.givenNames.has(word) && !lexicon.isCommonWord(word));
}
