import type { Draft } from '../draft/draft.ts';
import { leavesOf } from '../draft/map-leaves.ts';

/** Tells how words are spelled elsewhere in the article, whatever their case. */
export interface ArticleWords {
  /** Whether a word stands in the article, not broken over lines. */
  readonly has: (word: string) => boolean;
  /** The texts of all blocks, a line each. */
  readonly text: () => string;
}

const WORD = /[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*/gu;

/** Reads the words of an article when the first is asked for. */
export function articleWords(draft: Draft): ArticleWords {
  let words: ReadonlySet<string> | undefined;
  let text: string | undefined;
  return {
    has: (word) => {
      words ??= new Set(
        leavesOf(draft.nodes).flatMap(({ block }) =>
          [...block.text.matchAll(WORD)].map(([found]) => found.toLowerCase()),
        ),
      );
      return words.has(word.toLowerCase());
    },
    text: () => {
      text ??= [...leavesOf(draft.nodes).map(({ block }) => block), ...draft.asides]
        .map((block) => block.text)
        .join('\n');
      return text;
    },
  };
}
