import { type KindSet, kindSet } from './kind-set.ts';
import type { Senses } from './senses.ts';

/** All that a word can mean, with the bits of its kinds, for tests without look-ups: see `meets`. */
export interface ReadSenses extends KindSet {
  readonly senses: Partial<Senses>;
}

/** A piece of text that may be part of a value. */
export interface Lexeme extends ReadSenses {
  readonly start: number;
  readonly end: number;
}

/** Senses with the bits of their kinds. */
export function readSenses(senses: Partial<Senses>): ReadSenses {
  return { senses, ...kindSet(Object.keys(senses)) };
}

/** A lexeme over `[start, end)` with these senses. */
export function lexemeOf(start: number, end: number, senses: Partial<Senses>): Lexeme {
  const { low, high, top } = kindSet(Object.keys(senses));
  return { start, end, senses, low, high, top };
}
