/** Which form a number takes, by number. */
export interface PluralForms {
  readonly count: number;
  readonly formOf: (n: number) => number;
}

/** What gettext assumes where a file says nothing: one, and more. */
export const DEFAULT_PLURALS: PluralForms = { count: 2, formOf: (n) => (n === 1 ? 0 : 1) };

const MAX_FORMS = 10;
const MAX_LENGTH = 1000;

/**
 * Reads `nplurals=3; plural=n%10==1 ? 0 : ...;`, whose expression is one of C over `n`. Undefined where
 * it is none; nothing of it is ever run as code.
 */
export function readPluralForms(header: string): PluralForms | undefined {
  const found = /nplurals\s*=\s*(?<count>\d+)\s*;\s*plural\s*=\s*(?<rule>[^;]+)/u.exec(header)?.groups;
  const count = Number(found?.['count']);
  const tokens = (found?.['rule'] ?? '')
    .slice(0, MAX_LENGTH)
    .match(/\d+|n|[<>=!]=|&&|\|\||[-+*/%?:()<>!]|\S/gu);
  if (tokens === null || !(count >= 1 && count <= MAX_FORMS)) {
    return undefined;
  }
  const parser = { tokens, at: 0 };
  const rule = readChoice(parser);
  if (rule === undefined || parser.at < tokens.length) {
    return undefined;
  }
  return { count, formOf: (n) => Math.min(count - 1, Math.max(0, rule(n))) };
}

type Rule = (n: number) => number;
interface Parser {
  readonly tokens: readonly string[];
  at: number;
}

function readChoice(parser: Parser): Rule | undefined {
  const test = readBinary(parser, 0);
  if (test === undefined || !take(parser, '?')) {
    return test;
  }
  const yes = readChoice(parser);
  const no = take(parser, ':') ? readChoice(parser) : undefined;
  return yes === undefined || no === undefined ? undefined : (n) => (test(n) === 0 ? no(n) : yes(n));
}

type Operator = (a: number, b: number) => number;

/** Loosest first. */
const LEVELS: readonly Readonly<Record<string, Operator>>[] = [
  { '||': (a, b) => Number(a !== 0 || b !== 0) },
  { '&&': (a, b) => Number(a !== 0 && b !== 0) },
  { '==': (a, b) => Number(a === b), '!=': (a, b) => Number(a !== b) },
  {
    '<=': (a, b) => Number(a <= b),
    '>=': (a, b) => Number(a >= b),
    '<': (a, b) => Number(a < b),
    '>': (a, b) => Number(a > b),
  },
  { '+': (a, b) => a + b, '-': (a, b) => a - b },
  {
    '*': (a, b) => a * b,
    '/': (a, b) => (b === 0 ? 0 : Math.trunc(a / b)),
    '%': (a, b) => (b === 0 ? 0 : a % b),
  },
];

function readBinary(parser: Parser, level: number): Rule | undefined {
  const operators = LEVELS[level];
  if (operators === undefined) {
    return readUnary(parser);
  }
  let left = readBinary(parser, level + 1);
  for (;;) {
    const token = parser.tokens[parser.at] ?? '';
    if (left === undefined || !Object.hasOwn(operators, token)) {
      return left;
    }
    parser.at += 1;
    left = joined(operators[token], left, readBinary(parser, level + 1));
  }
}

function joined(operator: Operator | undefined, left: Rule, right: Rule | undefined): Rule | undefined {
  return operator === undefined || right === undefined ? undefined : (n) => operator(left(n), right(n));
}

function readUnary(parser: Parser): Rule | undefined {
  if (take(parser, '!')) {
    const negated = readUnary(parser);
    return negated === undefined ? undefined : (n) => Number(negated(n) === 0);
  }
  if (take(parser, '(')) {
    const inner = readChoice(parser);
    return take(parser, ')') ? inner : undefined;
  }
  if (take(parser, 'n')) {
    return (n) => n;
  }
  const token = parser.tokens[parser.at] ?? '';
  if (!/^\d+$/u.test(token)) {
    return undefined;
  }
  parser.at += 1;
  return () => Number(token);
}

function take(parser: Parser, token: string): boolean {
  const isNext = parser.tokens[parser.at] === token;
  parser.at += isNext ? 1 : 0;
  return isNext;
}
