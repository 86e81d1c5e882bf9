import type { BlockKind } from '../../../shared/document/block.ts';
import type { CaseEvidence } from './case-evidence.ts';
import type { CaseLoss } from './case-loss.ts';
import type { CaseToken } from './case-tokens.ts';
import type { FoundName } from './known-name.ts';
import type { Lexicon } from './lexicon.ts';

/** A block with its words, and what the article and the language say about them. */
export interface CaseView {
  readonly block: { readonly kind: BlockKind; readonly text: string };
  readonly tokens: readonly CaseToken[];
  /** What each word may be; see `CLUE`. */
  readonly clues: Uint8Array;
  /** Known names in the block, from left to right. */
  readonly names: readonly FoundName[];
  readonly lexicon: Lexicon;
  readonly evidence: CaseEvidence;
  readonly loss: CaseLoss;
  /** That each word has a capital, 0..1, by the language's model; only while it is asked. */
  readonly probabilities?: Float64Array;
}

/** A word that seems to be in the wrong case. */
export interface CaseFinding {
  readonly token: CaseToken;
  /** As long as the token. */
  readonly replacement: string;
  /** 0..1; see `CASE_THRESHOLD`. */
  readonly confidence: number;
}

/** A named rule about capitals. */
export interface CaseRule {
  readonly name: string;
  readonly description: string;
  readonly find: (view: CaseView) => readonly CaseFinding[];
}

/** Findings at least this sure are repaired; the others are suggestions to the submitter. */
export const CASE_THRESHOLD = 0.8;
