import type { PatternReader } from './pattern-reader.ts';
import { PatternRefused, translateProperty } from './translate-property.ts';

/** What an escape stands for: a character, or a set as the inside of a class. */
export type Escape =
  | { readonly type: 'character'; readonly character: string }
  | { readonly type: 'set'; readonly set: string; readonly isNegated: boolean };

/** Letters, marks, digits and connectors, as ICU reads `\w`. */
export const WORD_SET = String.raw`\p{L}\p{M}\p{N}\p{Pc}\u{200C}\u{200D}`;

const SETS: Readonly<Record<string, string>> = {
  w: WORD_SET,
  d: String.raw`\p{Nd}`,
  s: String.raw`\s\x85`,
  h: String.raw`\t\p{Zs}`,
  v: String.raw`\n\x0B\f\r\x85\u{2028}\u{2029}`,
};

const CONTROLS: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  f: '\f',
  e: '\u001B',
  a: '\u0007',
};

/**
 * Reads the escape after a backslash, where it stands for characters: inside a class and outside.
 *
 * @throws {PatternRefused} for an escape that means nothing, or cannot be translated.
 */
export function readEscape(reader: PatternReader): Escape {
  const hex = reader.match(/x\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})/u);
  if (hex !== undefined) {
    const code = Number.parseInt(hex.slice(1).find((digits) => digits !== undefined) ?? '', 16);
    if (code > 0x10_ff_ff) {
      throw new PatternRefused(`"\\${hex[0]}" is no character`);
    }
    return { type: 'character', character: String.fromCodePoint(code) };
  }
  const octal = reader.match(/0([0-7]{1,3})/u);
  if (octal !== undefined) {
    return { type: 'character', character: String.fromCodePoint(Number.parseInt(octal[1] ?? '', 8)) };
  }
  const property = reader.match(/([pP])(?:\{(\^?)([^}]+)\}|([A-Z]))/u);
  if (property !== undefined) {
    const isNegated = (property[1] === 'P') !== (property[2] === '^');
    return { type: 'set', set: translateProperty(property[3] ?? property[4] ?? ''), isNegated };
  }
  const letter = reader.take();
  const set = SETS[letter.toLowerCase()];
  if (set !== undefined) {
    return { type: 'set', set, isNegated: letter !== letter.toLowerCase() };
  }
  if (letter === 'c') {
    return { type: 'character', character: String.fromCodePoint((reader.take().codePointAt(0) ?? 0) % 32) };
  }
  const control = CONTROLS[letter];
  if (control === undefined && /[A-Za-z0-9]/u.test(letter)) {
    throw new PatternRefused(`"\\${letter}" is not known`);
  }
  return { type: 'character', character: control ?? letter };
}

/** A set as an item of a class, or a whole class of its own. */
export function setPattern({ set, isNegated }: Extract<Escape, { type: 'set' }>): string {
  return `[${isNegated ? '^' : ''}${set}]`;
}
