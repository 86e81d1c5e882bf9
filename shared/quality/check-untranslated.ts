import type { Mention } from '../document/entity-mention.ts';
import type { QaFinding } from '../document/rendition.ts';
import { tokenize } from '../text/tokenize.ts';
import type { CheckedPair } from './checked-pair.ts';

/** Fewest ordinary words that make an unchanged text suspicious: names alone stay as they are. */
const MIN_ORDINARY_WORDS = 3;

/** Finds a target that says the same as its source, letter by letter, though its words are ordinary ones. */
export function findUntranslated({ source, target, mentions }: CheckedPair): readonly QaFinding[] {
  if (
    !beginsAlike(source, target) ||
    fold(source) !== fold(target) ||
    countOrdinaryWords(source, mentions) < MIN_ORDINARY_WORDS
  ) {
    return [];
  }
  return [
    {
      rule: 'untranslated',
      severity: 'error',
      message: 'The target is the same as the source',
      span: { start: 0, end: target.length },
    },
  ];
}

/** Spares most texts the rest. */
function beginsAlike(source: string, target: string): boolean {
  const [a, b] = [source, target].map((text) => text.trimStart().slice(0, 2).toLowerCase());
  return a === b || /\s/u.test(`${a}${b}`);
}

function fold(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim().toLowerCase();
}

/** Addresses, paths and names of programs: `config/app.json`, `a_b`, `getName`. */
const CODE_LIKE = /\S*(?:[\\/_@=<>{}]|\p{L}\.\p{L}|\p{Ll}\p{Lu})\S*/gu;

/** Words outside mentions and code that no name begins: without a capital, where the script has capitals. */
function countOrdinaryWords(source: string, mentions: readonly Mention[]): number {
  const text = source.replaceAll(CODE_LIKE, (code) => ' '.repeat(code.length));
  return tokenize(text).filter(
    (token) =>
      token.kind === 'word' &&
      /^[\p{Ll}\p{Lo}]/u.test(token.text) &&
      !mentions.some(({ span }) => span.start <= token.start && token.end <= span.end),
  ).length;
}
