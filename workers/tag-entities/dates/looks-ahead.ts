const AHEAD =
  /\b(?:will|shall|won['’]t|going to|plans? to|planned (?:for|to)|scheduled|slated|set (?:to|for)|due(?! to)|expected|deadline|upcoming|ahead of|is to|are to|to (?:be|meet|visit|begin|start|open|hold|host|attend|travel)|begins?|starts?|arrives?|takes place)\b|\b(?:until|by|before)\s*$/iu;
const LOOKS_BACK = /\b(?:said|told|announced|wrote|revealed|stated)\b(?!.*\b(?:will|would|to)\b)/iu;
const CLAUSE_END = /[;:]|,\s+(?:and|but|while|when)\s|["”]/u;

/**
 * Tells whether a sentence speaks of the date in `[start, end)` as still to come.
 *
 * Words before the date decide; behind it they count only where it opens the sentence ("On Monday
 * she will ..."), because "said on Monday that she will ..." looks back.
 */
export function looksAhead(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  if (/^\W*(?:on|in|at|from|this|next)?\W*$/iu.test(text.slice(0, start))) {
    return AHEAD.test(text.slice(end, end + 60));
  }
  const clause = before.split(CLAUSE_END).at(-1) ?? before;
  return AHEAD.test(clause) && !LOOKS_BACK.test(clause);
}
