import type { Tense } from './date-expression.ts';

const AHEAD =
  /\b(?:will|shall|won['’]t|going to|plans? to|planned (?:for|to)|scheduled|slated|set (?:to|for)|due(?! to)|expected|deadline|upcoming|ahead of|is to|are to|to (?:be|meet|visit|begin|start|open|hold|host|attend|travel)|begins?|starts?|arrives?|takes place)\b|\b(?:until|by|before)\s*$|\b(?:set|fixed|called|postponed)\b.{0,40}\bfor\s*$/iu;
const LOOKS_BACK = /\b(?:said|told|announced|wrote|revealed|stated)\b(?!.*\b(?:will|would|to)\b)/iu;
/** A verb in the past directly before the date: "revealed on". */
const PAST_VERB =
  /\b(?:\p{L}+ed|said|told|wrote|met|spoke|was|were|had|began|won|lost|came|went|left|took|gave|held)(?:\s+(?:here|there|it|him|her|them|this))?(?:\s+(?:on|in|at))?\s*$/iu;
const CLAUSE_END = /[;:]|,\s+(?:and|but|while|when)\s|["”]/u;

/**
 * Reads how a sentence speaks of the date in `[start, end)`: as still to come, as past, or openly.
 *
 * Words before the date decide; behind it they count only where it opens the sentence ("On Monday
 * she will ..."), because "said on Monday that she will ..." looks back.
 */
export function readTense(text: string, start: number, end: number): Tense {
  const before = text.slice(Math.max(0, start - 80), start);
  if (/^\W*(?:on|in|at|from|this|next)?\W*$/iu.test(text.slice(0, start))) {
    return AHEAD.test(text.slice(end, end + 60)) ? 'ahead' : 'open';
  }
  const clause = before.split(CLAUSE_END).at(-1) ?? before;
  if (AHEAD.test(clause) && !LOOKS_BACK.test(clause)) {
    return 'ahead';
  }
  return PAST_VERB.test(clause) ? 'past' : 'open';
}
