import { scriptOf } from '../document/locale.ts';
import type { QaFinding } from '../document/rendition.ts';
import type { CheckedPair } from './checked-pair.ts';

const FIRST_WORD = /^[\p{P}\p{S}\s]*(?<word>[\p{L}\p{M}\p{N}'’.-]+)/u;
const WORDS = /[\p{L}\p{M}\p{N}'’.-]+/gu;
/** A quotation that the target does not begin with became a part of its sentence. */
const OPENING_QUOTE = /^\s*["'“”„«»‹›‘’—–]/u;
/** Scripts with capitals; in others Latin words are abbreviations and names. */
const CASED = new Set(['Latn', 'Cyrl', 'Grek', 'Armn']);
/** Fewest letters that make capitals more than an abbreviation. */
const MIN_CAPITALS = 12;

/**
 * Finds a target that begins in lower case where the source begins with a capital and is a sentence, and one
 * all in capitals where the source is not. Words that are written so everywhere (`iPhone`) stay.
 */
export function findWrongCase({ source, target, locale }: CheckedPair): readonly QaFinding[] {
  if (!CASED.has(scriptOf(locale))) {
    return [];
  }
  const shouted = isShouted(target) && !isShouted(source);
  const isRetold = OPENING_QUOTE.test(source) && !OPENING_QUOTE.test(target);
  const first = FIRST_WORD.exec(target);
  const word = first?.groups?.['word'] ?? '';
  const start = (first?.[0].length ?? 0) - word.length;
  return [
    ...(shouted
      ? [
          {
            rule: 'case-capitals',
            severity: 'warning' as const,
            message: 'The target is in capitals, the source is not',
            span: { start: 0, end: target.length },
          },
        ]
      : []),
    ...(!isRetold && beginsLow(word) && beginsHigh(source) && !(source.match(WORDS)?.includes(word) ?? false)
      ? [
          {
            rule: 'case-start',
            severity: 'warning' as const,
            message: `The target begins with “${word}”, the source with a capital`,
            span: { start, end: start + word.length },
          },
        ]
      : []),
  ];
}

function isShouted(text: string): boolean {
  return (text.match(/\p{Lu}/gu)?.length ?? 0) >= MIN_CAPITALS && !/\p{Ll}/u.test(text);
}

function beginsLow(word: string): boolean {
  return /^\p{Ll}[\p{Ll}\p{M}'’.-]*$/u.test(word);
}

function beginsHigh(source: string): boolean {
  return /^(?![-*•–])[\p{P}\p{S}\s]*\p{Lu}/u.test(source) && /\s/u.test(source.trim());
}
