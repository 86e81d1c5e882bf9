import { caseForms, type PatternFlags, type PatternReader, quoted } from './pattern-reader.ts';
import { readEscape, setPattern } from './translate-escape.ts';
import { PatternRefused, translateProperty } from './translate-property.ts';

/**
 * Reads a class after its "[": nested classes, intersections and differences of ICU and Java, POSIX
 * names. Gives a class for the `v` flag.
 *
 * @throws {PatternRefused} for a class that is not closed, or a range that runs backwards.
 */
export function readClass(reader: PatternReader, flags: PatternFlags): string {
  const posix = reader.match(/:(\^?)([A-Za-z_ =]+):\]/u);
  if (posix !== undefined) {
    return setPattern({ type: 'set', set: translateProperty(posix[2] ?? ''), isNegated: posix[1] === '^' });
  }
  const isNegated = reader.accept('^');
  let items = reader.peek() === ']' ? quoted(reader.take()) : '';
  let result: string | undefined;
  let join = '';
  const close = (): void => {
    const operand = `[${items}]`;
    result = result === undefined ? operand : `[${result}${join}${operand}]`;
    items = '';
  };
  while (!reader.accept(']')) {
    if (reader.accept('&&')) {
      close();
      join = '&&';
    } else if (reader.accept('--') || (reader.peek(2) === '-[' && reader.accept('-'))) {
      close();
      join = '--';
    } else {
      items += readItem(reader, flags);
    }
  }
  if (result === undefined && !isNegated) {
    return `[${items}]`;
  }
  close();
  return isNegated ? `[^${result ?? ''}]` : (result ?? '[]');
}

function readItem(reader: PatternReader, flags: PatternFlags): string {
  if (reader.accept('[')) {
    return readClass(reader, flags);
  }
  if (reader.accept(String.raw`\Q`)) {
    return Array.from(readQuote(reader), (character) => caseForms(character, flags)).join('');
  }
  const first = readMember(reader);
  if (first.set !== undefined) {
    return anyCase(first.set, flags);
  }
  if (reader.peek() !== '-' || /^-[\][&-]/u.test(reader.peek(2))) {
    return caseForms(first.character, flags);
  }
  reader.take();
  const last = readMember(reader);
  if (last.set !== undefined) {
    return `${caseForms(first.character, flags)}${quoted('-')}${anyCase(last.set, flags)}`;
  }
  if ((first.character.codePointAt(0) ?? 0) > (last.character.codePointAt(0) ?? 0)) {
    throw new PatternRefused(`the range ${first.character}-${last.character} runs backwards`);
  }
  return rangeOf(first.character, last.character, flags);
}

type Member = { readonly character: string; readonly set?: undefined } | { readonly set: string };

function readMember(reader: PatternReader): Member {
  if (!reader.accept('\\')) {
    return { character: reader.take() };
  }
  const escape = reader.accept('b') ? { type: 'character' as const, character: '\b' } : readEscape(reader);
  return escape.type === 'character' ? { character: escape.character } : { set: setPattern(escape) };
}

function rangeOf(first: string, last: string, { i }: PatternFlags): string {
  const isLetters = [first, last].every((end) => end.toLowerCase() !== end.toUpperCase());
  if (!i || !isLetters) {
    return range(first, last);
  }
  const lower = range(first.toLowerCase(), last.toLowerCase());
  const upper = range(first.toUpperCase(), last.toUpperCase());
  return [first, last].every((end) => Array.from(end.toUpperCase()).length === 1)
    ? lower + upper
    : range(first, last);
}

function range(from: string, to: string): string {
  return `${quoted(from)}-${quoted(to)}`;
}

/** Without regard to case, upper-case letters are letters of either case. */
export function anyCase(set: string, { i }: PatternFlags): string {
  return i && /\\p\{(?:L[ult]|Uppercase|Lowercase)(?:_Letter)?\}/u.test(set)
    ? `${set}[\\p{Lu}\\p{Ll}\\p{Lt}]`
    : set;
}

/** The text up to `\E`, or to the end. */
export function readQuote(reader: PatternReader): string {
  let text = '';
  while (!reader.isDone() && !reader.accept(String.raw`\E`)) {
    text += reader.take();
  }
  return text;
}
