import type { Span } from '../document/span.ts';
import { mentionOf, type ValueMention } from './mention-of.ts';
import { readIslands } from './read-lexemes.ts';
import { readValues } from './read-values.ts';
import type { ValueGrammar } from './value-grammar.ts';

/** The values that stand in a text, in reading order. Dates are not counted yet. */
export function readMentions(text: string, grammar: ValueGrammar): readonly ValueMention[] {
  return readIslands(text, grammar).flatMap((island) => {
    const lexemes = readValues(island);
    return lexemes.flatMap(
      (lexeme, at) => mentionOf(text, { lexeme, before: lexemes[at - 1] }, grammar) ?? [],
    );
  });
}

/** Every number and ordinal in words, also where it is no mention: "nine dogs". */
export function readSpelledNumbers(
  text: string,
  grammar: ValueGrammar,
): readonly (Span & { readonly value: number })[] {
  return readIslands(text, grammar).flatMap((island) =>
    readValues(island).flatMap(({ start, end, senses }) => {
      const value = senses.number ?? senses.ordinal;
      return value === undefined || /\d/u.test(text.slice(start, end)) ? [] : [{ start, end, value }];
    }),
  );
}
