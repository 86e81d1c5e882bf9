import type { BlockKind } from '../../../shared/document/block.ts';
import type { DraftBlock } from '../draft/draft.ts';
import { gatherEvidence } from './case-evidence.ts';
import type { CaseLoss } from './case-loss.ts';
import { CASE_THRESHOLD, type CaseFinding, type CaseRule } from './case-rule.ts';
import { type CaseToken, rewritten } from './case-tokens.ts';
import type { FoundName } from './known-name.ts';
import type { Lexicon } from './lexicon.ts';

/** The best finding for one word, with the rule that made it. */
export interface NamedFinding extends CaseFinding {
  readonly rule: string;
}

/** A block with its words as they stand after the findings so far. */
export interface CaseBlock {
  /** As it was before any rule. */
  readonly source: DraftBlock;
  /** What rules see of it: in small letters where it is a headline in capitals. */
  readonly block: { readonly kind: BlockKind; readonly text: string };
  readonly tokens: readonly CaseToken[];
  /** See `CaseView`; the same in any case. */
  readonly clues: Uint8Array;
  /** Known names in it; they are the same in any case. */
  readonly names: readonly FoundName[];
  /** By the word's start. */
  readonly findings: ReadonlyMap<number, NamedFinding>;
}

interface CaseContext {
  readonly lexicon: Lexicon;
  readonly loss: CaseLoss;
  /** Of each word of each block; see `CaseView`. */
  readonly probabilities?: readonly Float64Array[];
}

/**
 * Lets rules look at every block and takes over what they are sure of, so that later rules see it.
 * Gives the same list back where no word was changed and nothing new is suggested.
 */
export function applyCaseRules(
  blocks: readonly CaseBlock[],
  rules: readonly CaseRule[],
  { lexicon, loss, probabilities }: CaseContext,
): readonly CaseBlock[] {
  const evidence = gatherEvidence(blocks, lexicon);
  let changed = false;
  const applied = blocks.map((block, index) => {
    const guessed = probabilities?.[index];
    const view = {
      block: block.block,
      tokens: block.tokens,
      clues: block.clues,
      names: block.names,
      lexicon,
      evidence,
      loss,
      ...(guessed === undefined ? {} : { probabilities: guessed }),
    };
    const next = takeOver(
      block,
      rules.flatMap((rule) => rule.find(view).map((found) => ({ ...found, rule: rule.name }))),
    );
    changed ||= next !== block;
    return next;
  });
  return changed ? applied : blocks;
}

function takeOver(block: CaseBlock, found: readonly NamedFinding[]): CaseBlock {
  if (found.length === 0) {
    return block;
  }
  const findings = new Map(block.findings);
  const sure = new Map<number, string>();
  let changed = false;
  for (const finding of found) {
    const { token, replacement, confidence } = finding;
    const known = findings.get(token.start);
    const isBetter = known === undefined || confidence > known.confidence;
    if (isBetter && replacement !== token.text && replacement.length === token.text.length) {
      findings.set(token.start, finding);
      changed = true;
      if (confidence >= CASE_THRESHOLD) {
        sure.set(token.start, replacement);
      }
    }
  }
  if (!changed) {
    return block;
  }
  const tokens = block.tokens.map((token) => {
    const text = sure.get(token.start);
    return text === undefined ? token : rewritten(token, text);
  });
  return { ...block, tokens, findings };
}
