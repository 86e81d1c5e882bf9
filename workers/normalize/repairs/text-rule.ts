import type { DraftBlock } from '../draft/draft.ts';
import type { ArticleWords } from './article-words.ts';

/** One replacement that a text rule asks for. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** See `Edit.submitted`. */
  readonly submitted?: string;
}

/** A named repair of a block's text. */
export interface TextRule {
  /** Stable; repairs carry it and configuration switches it off by it. */
  readonly name: string;
  /** One sentence for people: what it changes. */
  readonly description: string;
  /** 0..1 of every repair that it makes. */
  readonly confidence: number;
  /**
   * Where the rule applies in a block, in any order, without overlaps. `language` is the source's,
   * `words` are those of the whole article.
   */
  readonly find: (block: DraftBlock, language: string, words: ArticleWords) => readonly TextEdit[];
}

/** An edit for each match of a global pattern; `replace` answers undefined where a match is fine. */
export function editsOf(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string | undefined,
): TextEdit[] {
  const edits: TextEdit[] = [];
  if (text.search(pattern) === -1) {
    return edits; // cheaper than an iterator, and by far the most frequent answer
  }
  for (const match of text.matchAll(pattern)) {
    const replacement = replace(match);
    if (replacement !== undefined && replacement !== match[0]) {
      edits.push({ start: match.index, end: match.index + match[0].length, replacement });
    }
  }
  return edits;
}
