import type { CaseFinding, CaseView } from './case-rule.ts';
import type { CaseToken } from './case-tokens.ts';
import type { Phrase, PhraseKind } from './lexicon.ts';

/**
 * Finds names of one kind from the word table whose words are in lower case. Words of a longer name
 * are found together; a phrase that keeps its lower case ("french fries") is left alone.
 */
export function findPhrases(view: CaseView, kind: PhraseKind, confidence: number): CaseFinding[] {
  const findings: CaseFinding[] = [];
  let index = 0;
  while (index < view.tokens.length) {
    const phrase = phraseAt(view, index, kind);
    for (const [offset, normal] of (phrase?.normal ?? []).entries()) {
      const token = view.tokens[index + offset];
      if (token?.isRepairable === true && !isInLowerCompound(view, token)) {
        findings.push({ token, replacement: keepEnding(normal, token), confidence });
      }
    }
    index += phrase?.words.length ?? 1;
  }
  return findings;
}

function phraseAt(view: CaseView, index: number, kind: PhraseKind): Phrase | undefined {
  const first = view.tokens[index];
  if (first === undefined) {
    return undefined;
  }
  const candidates = view.lexicon.phrasesFrom(first.lower);
  const known =
    candidates.length > 0 || kind !== 'demonym'
      ? candidates
      : view.lexicon.phrasesFrom(singular(first.lower));
  const longest = known.find((phrase) =>
    phrase.words.every((word, offset) => {
      const token = view.tokens[index + offset];
      const isNext = offset === 0 || token?.start === (view.tokens[index + offset - 1]?.end ?? 0) + 1;
      return isNext && (token?.lower === word || (offset === 0 && singular(token?.lower ?? '') === word));
    }),
  );
  return longest?.kind === kind ? longest : undefined;
}

/** "mexicans" -> "mexican" */
function singular(lower: string): string {
  return lower.endsWith('s') ? lower.slice(0, -1) : lower;
}

function keepEnding(normal: string, token: CaseToken): string {
  return normal + token.text.slice(normal.length);
}

/** Whether a word is part of a phrase such as "french fries" or "china shop". */
export function isInLowerCompound(view: CaseView, token: CaseToken): boolean {
  const around = view.block.text.slice(Math.max(0, token.start - 20), token.end + 20).toLowerCase();
  return view.lexicon.table.lowerCompounds.some(
    (compound) => compound.split(' ').includes(token.lower) && around.includes(compound),
  );
}
