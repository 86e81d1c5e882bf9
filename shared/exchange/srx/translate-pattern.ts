import { caseForms, createPatternReader, type PatternFlags, type PatternReader } from './pattern-reader.ts';
import { anyCase, readClass, readQuote } from './translate-class.ts';
import { readEscape, setPattern, WORD_SET } from './translate-escape.ts';
import { PatternRefused } from './translate-property.ts';

/** A pattern of ICU or Java as JavaScript with the `v` flag. */
export interface TranslatedPattern {
  readonly source: string;
  /** Whether it holds an atomic group or a possessive quantifier, which are only right read forwards. */
  readonly isAtomic: boolean;
}

const MAX_LENGTH = 4_000;

const LINE_END = String.raw`\n\r\x85\u{2028}\u{2029}`;

/** What an escape means between characters. */
const ASSERTIONS: Readonly<Record<string, string>> = {
  b: `(?:(?<=[${WORD_SET}])(?![${WORD_SET}])|(?<![${WORD_SET}])(?=[${WORD_SET}]))`,
  B: `(?:(?<=[${WORD_SET}])(?=[${WORD_SET}])|(?<![${WORD_SET}])(?![${WORD_SET}]))`,
  A: String.raw`(?<![\s\S])`,
  z: String.raw`(?![\s\S])`,
  Z: String.raw`(?=\n?(?![\s\S]))`,
  R: String.raw`(?:\r\n|[\n\x0B\f\r\x85\u{2028}\u{2029}])`,
  X: String.raw`(?:\P{M}\p{M}*|\p{M}+)`,
  N: `[^${LINE_END}]`,
};

/** Options that change nothing that this translation does. */
const IGNORED_FLAGS = /[uUwd]/gu;

/**
 * Translates a regular expression as SRX files hold them. `prefix` keeps the names of its groups
 * apart from those of other patterns in one expression.
 *
 * @throws {PatternRefused} with the reason, for what JavaScript cannot express.
 */
export function translatePattern(pattern: string, prefix: string): TranslatedPattern {
  if (pattern.length > MAX_LENGTH) {
    throw new PatternRefused(`it has ${pattern.length} characters, more than ${MAX_LENGTH}`);
  }
  const state: State = { reader: createPatternReader(pattern), prefix, groups: 0, names: [], atomic: 0 };
  const source = readAlternatives(state, { i: false, s: false, m: false, x: false });
  if (!state.reader.isDone()) {
    throw new PatternRefused('a ")" closes nothing');
  }
  try {
    return { source: new RegExp(source, 'v').source, isAtomic: state.atomic > 0 };
  } catch (error) {
    throw new PatternRefused(error instanceof Error ? error.message : String(error));
  }
}

interface State {
  readonly reader: PatternReader;
  readonly prefix: string;
  groups: number;
  readonly names: string[];
  atomic: number;
}

function readAlternatives(state: State, outer: PatternFlags): string {
  const { reader } = state;
  let flags = outer;
  let result = '';
  while (!reader.isDone() && reader.peek() !== ')') {
    const change = reader.match(/\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?\)/u);
    if (change !== undefined) {
      flags = changeFlags(flags, change[1], change[2]);
    } else if (reader.accept('|')) {
      result += '|';
    } else if (!(flags.x && reader.match(/\s+|#[^\n]*/u) !== undefined) && !skipComment(reader)) {
      result += readQuantified(state, flags);
    }
  }
  return result;
}

function skipComment(reader: PatternReader): boolean {
  return reader.match(/\(\?#[^)]*\)/u) !== undefined;
}

function changeFlags(flags: PatternFlags, on = '', off = ''): PatternFlags {
  const unknown = `${on}${off}`.replaceAll(IGNORED_FLAGS, '').replaceAll(/[ismx]/gu, '');
  if (unknown !== '') {
    throw new PatternRefused(`the option "${unknown}" is not known`);
  }
  const isOn = (flag: keyof PatternFlags): boolean =>
    (flags[flag] || on.includes(flag)) && !off.includes(flag);
  return { i: isOn('i'), s: isOn('s'), m: isOn('m'), x: isOn('x') };
}

function readQuantified(state: State, flags: PatternFlags): string {
  const atom = readAtom(state, flags);
  const quantifier = state.reader.match(/(?:[*+?]|\{\d+(?:,\d*)?\}|\{,\d+\})/u)?.[0];
  if (quantifier === undefined) {
    return atom;
  }
  const count = quantifier.replace('{,', '{0,');
  if (state.reader.accept('+')) {
    return atomic(state, `${atom}${count}`);
  }
  return `${atom}${count}${state.reader.accept('?') ? '?' : ''}`;
}

/** What a lookahead has taken is not given back. */
function atomic(state: State, inner: string): string {
  const keeper = state;
  keeper.atomic += 1;
  const name = `${state.prefix}a${state.atomic}`;
  return `(?:(?=(?<${name}>${inner}))\\k<${name}>)`;
}

function readAtom(state: State, flags: PatternFlags): string {
  const { reader } = state;
  const character = reader.take();
  switch (character) {
    case '(':
      return readGroup(state, flags);
    case '[':
      return readClass(reader, flags);
    case '\\':
      return readEscaped(state, flags);
    case '.':
      return flags.s ? String.raw`[\s\S]` : `[^${LINE_END}]`;
    case '^':
      return flags.m ? '(?<![^\\n])' : String.raw`(?<![\s\S])`;
    case '$':
      return flags.m ? '(?![^\\n])' : String.raw`(?=\n?(?![\s\S]))`;
    case '*':
    case '+':
    case '?':
      throw new PatternRefused(`a "${character}" repeats nothing`);
    default:
      return literal(character, flags);
  }
}

function literal(character: string, flags: PatternFlags): string {
  const forms = caseForms(character, flags);
  return flags.i && forms !== caseForms(character, { ...flags, i: false }) ? `[${forms}]` : forms;
}

const GROUPS: readonly (readonly [opening: string, translated: string])[] = [
  ['?:', '(?:'],
  ['?=', '(?='],
  ['?!', '(?!'],
  ['?<=', '(?<='],
  ['?<!', '(?<!'],
];

function readGroup(state: State, outer: PatternFlags): string {
  const { reader } = state;
  const isAtomic = reader.accept('?>');
  const options = reader.match(/\?([a-zA-Z]*)(?:-([a-zA-Z]+))?:/u);
  const flags = options === undefined ? outer : changeFlags(outer, options[1], options[2]);
  const known = GROUPS.find(([opening]) => reader.accept(opening));
  const isPlain = isAtomic || options !== undefined;
  const opening = known?.[1] ?? (isPlain ? '(?:' : openCapture(state));
  const inner = readAlternatives(state, flags);
  if (!reader.accept(')')) {
    throw new PatternRefused('a "(" is not closed');
  }
  return isAtomic ? atomic(state, `(?:${inner})`) : `${opening}${inner})`;
}

/** Groups get names, for those that stand for atomic groups are not counted. */
function openCapture(state: State): string {
  const counter = state;
  const name = state.reader.match(/\?<([A-Za-z]\w*)>/u)?.[1];
  if (name === undefined && state.reader.peek() === '?') {
    throw new PatternRefused(`the group "(${state.reader.peek(3)}" is not known`);
  }
  counter.groups += 1;
  state.names.push(name ?? '');
  return `(?<${state.prefix}g${state.groups}>`;
}

function readEscaped(state: State, flags: PatternFlags): string {
  const { reader, prefix } = state;
  if (reader.accept('Q')) {
    return `(?:${Array.from(readQuote(reader), (character) => literal(character, flags)).join('')})`;
  }
  const reference = reader.match(/([1-9])|k<([A-Za-z]\w*)>/u);
  if (reference !== undefined) {
    const number =
      reference[1] === undefined ? state.names.indexOf(reference[2] ?? '') + 1 : Number(reference[1]);
    if (number < 1 || number > state.groups) {
      throw new PatternRefused(`"\\${reference[0]}" refers to no group`);
    }
    return `\\k<${prefix}g${number}>`;
  }
  const assertion = reader.peek(2).startsWith('N{') ? undefined : ASSERTIONS[reader.peek()];
  if (assertion !== undefined) {
    reader.take();
    return assertion;
  }
  const escape = readEscape(reader);
  return escape.type === 'character'
    ? literal(escape.character, flags)
    : anyCaseClass(setPattern(escape), flags);
}

function anyCaseClass(set: string, flags: PatternFlags): string {
  const wide = anyCase(set, flags);
  return wide === set ? set : `[${wide}]`;
}
