import { CODE_SHAPE, type InlineCode } from '../document/inline-code.ts';
import type { QaFinding } from '../document/rendition.ts';
import type { CheckedPair } from './checked-pair.ts';

/**
 * Finds inline codes that the target lost, doubled or made up, that lie outside its text, and pairs
 * that cross each other. A code that may be left out may be missing.
 */
export function findWrongCodes({ target, codes }: CheckedPair): readonly QaFinding[] {
  if (codes === undefined) {
    return [];
  }
  const lost = codes.source.filter(
    (code) => !code.canDelete && !codes.target.some((own) => isSame(own, code)),
  );
  const added = codes.target.filter(
    (code, at) =>
      !codes.source.some((own) => isSame(own, code)) ||
      codes.target.findIndex((other) => other.id === code.id) !== at,
  );
  const misplaced = codes.target.filter(
    (code, at) =>
      code.start >= code.end ||
      code.end > target.length ||
      codes.target.slice(at + 1).some((other) => cross(code, other)),
  );
  return [
    ...lost.map(
      (code): QaFinding => ({ ...finding('code-missing', `${nameOf(code)} of the source is missing`) }),
    ),
    ...added.map((code) => ({
      ...finding('code-added', `${nameOf(code)} is not one of the source’s`),
      span: spanOf(code),
    })),
    ...misplaced.map((code) => ({
      ...finding('code-misplaced', `${nameOf(code)} is not nested properly`),
      span: spanOf(code),
    })),
  ];
}

function finding(rule: string, message: string): QaFinding {
  return { rule, severity: 'error', message };
}

function isSame(a: InlineCode, b: InlineCode): boolean {
  return a.id === b.id && a.kind === b.kind;
}

function nameOf({ kind, id }: InlineCode): string {
  return `Inline code ${id} (${kind}${CODE_SHAPE[kind] === 'pair' ? ', around words' : ''})`;
}

function spanOf({ start, end }: InlineCode): { start: number; end: number } {
  return { start, end };
}

function cross(a: InlineCode, b: InlineCode): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  return first.start < second.start && second.start < first.end && first.end < second.end;
}
