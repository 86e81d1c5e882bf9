import { languageOf } from '../document/locale.ts';
import type { QaFinding } from '../document/rendition.ts';
import type { CheckedPair } from './checked-pair.ts';

/** Finds runs of spaces between two words, unless the source has such runs too. */
export function findDoubleSpaces({ source, target, locale }: CheckedPair): readonly QaFinding[] {
  if (RUN.test(source) || SPACED_PHRASES.has(languageOf(locale))) {
    return [];
  }
  return [...target.matchAll(RUNS)].map((match) => ({
    rule: 'double-space',
    severity: 'warning',
    message: `${match[0].length} spaces stand where one is expected`,
    span: { start: match.index, end: match.index + match[0].length },
  }));
}

/** Spaces part phrases there, not words, and their width is free. */
const SPACED_PHRASES: ReadonlySet<string> = new Set(['th', 'lo', 'km', 'my']);
// A no-break space beside a plain one is a run too: one of them is left over.
const RUN = /(?<=\S)[ \u00A0\u202F]{2,}(?=\S)/u;
const RUNS = new RegExp(RUN, 'gu');
