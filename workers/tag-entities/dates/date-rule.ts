import type { DateExpression, Tense } from './date-expression.ts';

/** A way of writing a date: the whole match is the mention. */
export interface DateRule {
  readonly pattern: RegExp;
  /** Reads the named groups; undefined where the match is no date after all. */
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    tense: Tense,
  ) => DateExpression | undefined;
}

/** Compiles a rule's pattern: all matches, any case, white space of any width. */
export function datePattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source.replaceAll(' ', '\\s+')})(?![\\p{L}\\p{N}])`, 'giu');
}
