import type { DraftBlock } from '../draft/draft.ts';
import { countMatches } from './count-matches.ts';
import { checkLimit, LIMITS } from './limits.ts';

const SENTENCE_END = /[.!?\u2026\u061F\u0964](?=[\s"'\u201D\u2019\u00BB)])|[\u3002\uFF01\uFF1F]/gu;

/**
 * Refuses what no article is, whatever its format: more paragraphs or sentences than its repairs and
 * segments could be made of in time. The line that is named counts paragraphs.
 *
 * @throws {PipelineError} `SOURCE_TOO_COMPLEX`
 */
export function guardDraft(blocks: readonly DraftBlock[]): void {
  checkLimit('blocks', blocks.length, () => LIMITS.blocks + 1);
  let sentences = 0;
  for (const [index, { text }] of blocks.entries()) {
    checkLimit('charactersPerBlock', text.length, () => index + 1);
    sentences += 1 + countMatches(text, SENTENCE_END, LIMITS.sentences);
    checkLimit('sentences', sentences, () => index + 1);
  }
}
