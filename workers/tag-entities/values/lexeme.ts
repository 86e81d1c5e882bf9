import { kindSet } from './kind-set.ts';
import type { Senses } from './senses.ts';

/** A piece of text that may be part of a value, with all that it can mean. */
export interface Lexeme {
  readonly start: number;
  readonly end: number;
  readonly senses: Partial<Senses>;
  /** Bits of its kinds, for tests without look-ups: see `has`. */
  readonly low: number;
  readonly high: number;
  readonly top: number;
}

/** A lexeme over `[start, end)` with these senses. */
export function lexemeOf(start: number, end: number, senses: Partial<Senses>): Lexeme {
  return { start, end, senses, ...kindSet(Object.keys(senses)) };
}
