import { createContext, Script } from 'node:vm';
import type { OwnType } from '../../../shared/document/entity-type.ts';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { expressionOf, type OwnTypes } from '../../../shared/document/own-types.ts';
import { type Candidate, RANK } from '../candidate.ts';
import type { DocumentView } from '../document-view.ts';

/** What the patterns of the customer's own kinds come to in a document. */
export interface PatternFindings {
  readonly candidates: readonly Candidate[];
  /** A pattern that took too long, and what it found is left out. */
  readonly diagnostics: readonly Diagnostic[];
}

export type FindPatterns = (view: DocumentView) => PatternFindings;

/** A pattern reads a whole document in a few milliseconds; one that needs longer goes round in circles. */
const BUDGET_MS = 500;

/**
 * Makes what finds the patterns of the customer's own kinds. Each has a time limit for a document, so that
 * an expression that never ends takes nothing but its own findings with it. A match that begins or ends
 * inside a word is none.
 */
export function patternFinder(types: OwnTypes, budgetMs: number = BUDGET_MS): FindPatterns {
  const patterns = [...types].flatMap(([type, table]) =>
    table.patterns.map((pattern, at) => ({
      type,
      number: at + 1,
      languages: pattern.languages,
      expression: expressionOf(pattern),
    })),
  );
  return (view) => {
    const candidates: Candidate[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const pattern of patterns) {
      if (pattern.languages?.includes(view.language) !== false) {
        const found = withinBudget(() => findIn(view, pattern), budgetMs);
        candidates.push(...(found ?? []));
        diagnostics.push(...(found === undefined ? [tookTooLong(pattern, budgetMs)] : []));
      }
    }
    return { candidates, diagnostics };
  };
}

interface Pattern {
  readonly type: OwnType;
  /** Place in its file, from 1. */
  readonly number: number;
  readonly expression: RegExp;
}

function findIn({ segments }: DocumentView, { type, number, expression }: Pattern): readonly Candidate[] {
  return segments.flatMap(({ index, text }) =>
    [...text.matchAll(expression)].flatMap(({ 0: words, index: start }) => {
      const end = start + words.length;
      if (words.length === 0 || cutsWord(text, start) || cutsWord(text, end)) {
        return [];
      }
      return [
        {
          segment: index,
          start,
          end,
          type,
          rank: RANK.listed,
          confidence: 0.95,
          evidence: `Pattern ${number} of ${type}`,
          reading: { kind: 'name' },
        } as const,
      ];
    }),
  );
}

/** Letters or digits on both sides; scripts that write no spaces have no such edges. */
const INSIDE_WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}]/uy;
const SPACELESS = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/u;

function cutsWord(text: string, at: number): boolean {
  const before = text.slice(0, at).at(-1) ?? '';
  INSIDE_WORD.lastIndex = at - before.length;
  return at > 0 && INSIDE_WORD.test(text) && !SPACELESS.test(text.slice(at - 1, at + 1));
}

/** Runs `find` in this thread, and gives up after `budgetMs` even inside one expression; undefined then. */
function withinBudget<Found>(find: () => Found, budgetMs: number): Found | undefined {
  let found: Found | undefined;
  const context = createContext({
    run: () => {
      found = find();
    },
  });
  try {
    RUN.runInContext(context, { timeout: budgetMs });
    return found;
  } catch (error) {
    if (isTimeout(error)) {
      return undefined;
    }
    throw error;
  }
}

const RUN = new Script('run()');

/** The error may belong to the context, and is no `Error` of this one then. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

function tookTooLong({ type, number }: Pattern, budgetMs: number): Diagnostic {
  return {
    code: 'pattern-too-slow',
    severity: 'warning',
    message: `Pattern ${number} of ${type} needed more than ${budgetMs} ms for this article, and what it fits was left out: write it without repetitions inside repetitions`,
  };
}
