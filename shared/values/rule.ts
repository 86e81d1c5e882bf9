import { joinKinds, type KindSet, kindSet, meets } from './kind-set.ts';
import { type Lexeme, lexemeOf } from './lexeme.ts';
import { type Captured, type Pattern, pattern } from './pattern.ts';
import type { Kind, Senses } from './senses.ts';

/** Turns a sequence of lexemes into one of a larger sense. */
export interface Rule {
  readonly pattern: Pattern;
  /** What the whole says; undefined where it says nothing of the kind after all. */
  readonly read: (get: Captured) => Partial<Senses> | undefined;
  /** A lexeme of one of these kinds must stand before it. */
  readonly behind?: KindSet;
}

/** Makes a rule; see `pattern` for the form of `source`. */
export function rule(source: string, read: Rule['read'], behind?: readonly Kind[]): Rule {
  return { pattern: pattern(source), read, ...(behind === undefined ? {} : { behind: kindSet(behind) }) };
}

/** Rules that are tried together. */
export interface Level {
  readonly rules: readonly Rule[];
  /** Kinds of which the first lexeme of each of them has one. */
  readonly first: KindSet;
}

/** Joins rules to a level. */
export function level(...rules: readonly (readonly Rule[])[]): Level {
  const all = rules.flat();
  return { rules: all, first: joinKinds(all.map(({ pattern: { first } }) => first)) };
}

/**
 * Applies rules once from left to right: where several fit, the longest reading wins, of equal ones
 * the earlier rule.
 */
export function applyRules(lexemes: readonly Lexeme[], { rules, first }: Level): readonly Lexeme[] {
  if (!lexemes.some((lexeme) => meets(lexeme, first))) {
    return lexemes;
  }
  const reduced: Lexeme[] = [];
  let at = 0;
  let changed = false;
  for (let lexeme = lexemes[at]; lexeme !== undefined; lexeme = lexemes[at]) {
    const found = meets(lexeme, first) ? longest(lexemes, at, rules) : undefined;
    if (found === undefined) {
      reduced.push(lexeme);
      at += 1;
      continue;
    }
    reduced.push(lexemeOf(lexeme.start, lexemes[found.end - 1]?.end ?? lexeme.end, found.senses));
    at = found.end;
    changed = true;
  }
  return changed ? reduced : lexemes;
}

interface Found {
  readonly end: number;
  readonly senses: Partial<Senses>;
}

function longest(lexemes: readonly Lexeme[], at: number, rules: readonly Rule[]): Found | undefined {
  const lexeme = lexemes[at];
  const before = lexemes[at - 1];
  let best: Found | undefined;
  for (const each of rules) {
    if (lexeme === undefined || !meets(lexeme, each.pattern.first)) {
      continue;
    }
    if (each.behind !== undefined && (before === undefined || !meets(before, each.behind))) {
      continue;
    }
    const match = each.pattern.match(lexemes, at);
    if (match !== undefined && match.end > (best?.end ?? at)) {
      const senses = each.read(match.get);
      best = senses === undefined ? best : { end: match.end, senses };
    }
  }
  return best;
}
