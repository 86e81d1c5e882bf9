import type { DraftBlock } from '../draft/draft.ts';
import type { CaseEvidence } from './case-evidence.ts';
import type { CaseToken } from './case-tokens.ts';
import type { Lexicon } from './lexicon.ts';

/** A block with its words, and what the article and the language say about them. */
export interface CaseView {
  readonly block: DraftBlock;
  readonly tokens: readonly CaseToken[];
  readonly lexicon: Lexicon;
  readonly evidence: CaseEvidence;
}

/** A word that seems to lack its capital. */
export interface CaseFinding {
  readonly token: CaseToken;
  /** As long as the token. */
  readonly replacement: string;
  /** 0..1; see `CASE_THRESHOLD`. */
  readonly confidence: number;
}

/** A named rule about capitals. It only ever adds them. */
export interface CaseRule {
  readonly name: string;
  readonly description: string;
  readonly find: (view: CaseView) => readonly CaseFinding[];
}

/** Findings at least this sure are repaired; the others are suggestions to the submitter. */
export const CASE_THRESHOLD = 0.8;
