import { isKind, type KindSet, kindSet, meets } from './kind-set.ts';
import { type Lexeme } from './lexeme.ts';
import type { Kind, Senses } from './senses.ts';

/** Asks for what the lexeme matched under `name` (its kind, unless the pattern names it) says. */
export type Captured = <K extends Kind>(kind: K, name?: string) => Senses[K] | undefined;

/** A compiled pattern over lexemes. */
export interface Pattern {
  /** Kinds of which its first lexeme has one. */
  readonly first: KindSet;
  /** The end (exclusive) of the longest way to match from `at`, with what it captured; undefined where it does not. */
  readonly match: (lexemes: readonly Lexeme[], at: number) => Match | undefined;
}

export interface Match {
  readonly end: number;
  readonly get: Captured;
}

/** What is captured on the way, innermost last. */
interface Run {
  readonly lexemes: readonly Lexeme[];
  readonly names: string[];
  readonly found: Lexeme[];
}

type Next = (at: number) => number;
type Step = (run: Run, at: number, next: Next) => number;
interface Node {
  readonly step: Step;
  readonly first: readonly Kind[];
  readonly empty: boolean;
}

/**
 * Compiles a pattern: names of kinds in order, with `?`, `(a | b)`, and `name:kind` to tell two of
 * one kind apart. Greedy, with backtracking; patterns are short and have no repetition, so time is
 * bounded by their length.
 *
 * @example `weekday? comma? month dom (comma? year)?`
 */
export function pattern(source: string): Pattern {
  const tokens = source.match(/[()|?]|[\w:]+/gu) ?? [];
  const { node } = parseChoice(tokens, 0);
  return {
    first: kindSet(node.first),
    match: (lexemes, at) => {
      const run: Run = { lexemes, names: [], found: [] };
      const end = node.step(run, at, reached);
      return end <= at
        ? undefined
        : { end, get: (kind, name = kind) => run.found[run.names.lastIndexOf(name)]?.senses[kind] };
    },
  };
}

function reached(at: number): number {
  return at;
}

interface Parsed {
  readonly node: Node;
  readonly at: number;
}

function parseChoice(tokens: readonly string[], from: number): Parsed {
  const choices: Node[] = [];
  let at = from;
  for (;;) {
    const parsed = parseSequence(tokens, at);
    choices.push(parsed.node);
    at = parsed.at;
    if (tokens[at] !== '|') {
      return { node: choices.length === 1 ? parsed.node : choiceOf(choices), at };
    }
    at += 1;
  }
}

function parseSequence(tokens: readonly string[], from: number): Parsed {
  const items: Node[] = [];
  let at = from;
  for (let token = tokens[at]; token !== undefined && token !== ')' && token !== '|'; token = tokens[at]) {
    const group = token === '(' ? parseChoice(tokens, at + 1) : undefined;
    const item = group?.node ?? kindNode(token);
    at = (group?.at ?? at) + 1;
    if (tokens[at] === '?') {
      items.push(optional(item));
      at += 1;
    } else {
      items.push(item);
    }
  }
  return { node: sequenceOf(items), at };
}

function kindNode(token: string): Node {
  const [name = '', kind = name] = token.split(':');
  if (!isKind(kind)) {
    throw new TypeError(`Pattern names "${kind}", which is no kind of lexeme`);
  }
  const set = kindSet([kind]);
  return {
    first: [kind],
    empty: false,
    step: (run, at, next) => {
      const lexeme = run.lexemes[at];
      if (lexeme === undefined || !meets(lexeme, set)) {
        return -1;
      }
      run.names.push(name);
      run.found.push(lexeme);
      const end = next(at + 1);
      if (end < 0) {
        run.names.pop();
        run.found.pop();
      }
      return end;
    },
  };
}

function optional(node: Node): Node {
  return {
    first: node.first,
    empty: true,
    step: (run, at, next) => {
      const end = node.step(run, at, next);
      return end < 0 ? next(at) : end;
    },
  };
}

function choiceOf(nodes: readonly Node[]): Node {
  return {
    first: nodes.flatMap(({ first }) => first),
    empty: nodes.some(({ empty }) => empty),
    step: (run, at, next) => {
      for (const node of nodes) {
        const end = node.step(run, at, next);
        if (end >= 0) {
          return end;
        }
      }
      return -1;
    },
  };
}

function sequenceOf(nodes: readonly Node[]): Node {
  const lead = nodes.findIndex(({ empty }) => !empty);
  const leading = lead === -1 ? nodes : nodes.slice(0, lead + 1);
  const first = leading.flatMap((node) => node.first);
  const set = kindSet(first);
  const whole = nodes.reduceRight<Step | undefined>(
    (rest, { step }) => (rest === undefined ? step : inTurn(step, rest)),
    undefined,
  );
  return {
    first,
    empty: lead === -1,
    step: (run, at, next) => {
      const lexeme = run.lexemes[at];
      const possible = lead === -1 || (lexeme !== undefined && meets(lexeme, set));
      return possible && whole !== undefined ? whole(run, at, next) : -1;
    },
  };
}

function inTurn(step: Step, rest: Step): Step {
  return (run, at, next) => step(run, at, (end) => rest(run, end, next));
}
