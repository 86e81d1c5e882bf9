import { PatternRefused } from './translate-property.ts';

/** Flags that are on where a pattern stands: `(?i)`, `(?s)`, `(?m)`, `(?x)`. */
export interface PatternFlags {
  readonly i: boolean;
  readonly s: boolean;
  readonly m: boolean;
  readonly x: boolean;
}

/** A pattern that is read from left to right, by code points. */
export interface PatternReader {
  readonly peek: (length?: number) => string;
  readonly take: () => string;
  /** Takes `text` if it stands here. */
  readonly accept: (text: string) => boolean;
  /** Takes what a pattern with the `y` flag matches here. */
  readonly match: (pattern: RegExp) => RegExpExecArray | undefined;
  readonly isDone: () => boolean;
}

export function createPatternReader(source: string): PatternReader {
  let at = 0;
  const take = (): string => {
    const code = source.codePointAt(at);
    if (code === undefined) {
      throw new PatternRefused('it ends too early');
    }
    const character = String.fromCodePoint(code);
    at += character.length;
    return character;
  };
  return {
    peek: (length = 1) => source.slice(at, at + length),
    take,
    accept: (text) => {
      const stands = source.startsWith(text, at);
      at += stands ? text.length : 0;
      return stands;
    },
    match: (pattern) => {
      const sticky = new RegExp(pattern.source, 'uy');
      sticky.lastIndex = at;
      const found = sticky.exec(source) ?? undefined;
      at += found?.[0].length ?? 0;
      return found;
    },
    isDone: () => at >= source.length,
  };
}

/** A character as a JavaScript pattern with the `v` flag takes it, inside a class and outside. */
export function quoted(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return /[\p{L}\p{N} ]/u.test(character) && code < 0xd800 ? character : String.raw`\u{${code.toString(16)}}`;
}

/** The character and, without regard to case, its other forms, as the inside of a class. */
export function caseForms(character: string, flags: PatternFlags): string {
  const forms = flags.i ? [character, character.toLowerCase(), character.toUpperCase()] : [character];
  return [...new Set(forms)]
    .filter((form) => Array.from(form).length === 1)
    .map((form) => quoted(form))
    .join('');
}
