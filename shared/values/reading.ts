import type { Lexeme } from './lexeme.ts';
import type { ValueGrammar } from './value-grammar.ts';

/** What is known while an island is read. */
export interface Reading {
  readonly grammar: ValueGrammar;
  readonly island: readonly Lexeme[];
}

export interface FoundLexeme {
  readonly lexeme?: Lexeme;
  readonly end: number;
  /** The lexeme before was part of an unknown word ("5G"). */
  readonly drop?: boolean;
}
