import type { QaFinding } from '../document/rendition.ts';
import { findBrokenBrackets } from './check-brackets.ts';
import { findWrongCase } from './check-casing.ts';
import { findForbiddenCharacters } from './check-characters.ts';
import { findWrongCodes } from './check-codes.ts';
import { findDoubleSpaces } from './check-double-spaces.ts';
import { findWrongEnd } from './check-ends.ts';
import { findWrongLength } from './check-length.ts';
import { findWrongLiterals } from './check-literals.ts';
import { findWrongMonths } from './check-months.ts';
import { findWrongNames } from './check-names.ts';
import { findMissingNumbers } from './check-numbers.ts';
import { findWrongScript } from './check-script.ts';
import { findUntranslated } from './check-untranslated.ts';
import type { CheckedPair } from './checked-pair.ts';

/** Looks at one pair and says what is wrong; spans lie in the target. Pure. */
export type PairCheck = (pair: CheckedPair) => readonly QaFinding[];

/** Every check, in the order in which findings are listed. A new check is a file and a line here. */
const PAIR_CHECKS: readonly PairCheck[] = [
  findMissingNumbers,
  findWrongMonths,
  findWrongNames,
  findWrongLiterals,
  findWrongCodes,
  findUntranslated,
  findWrongScript,
  findWrongLength,
  findWrongEnd,
  findBrokenBrackets,
  findDoubleSpaces,
  findForbiddenCharacters,
  findWrongCase,
];

/**
 * Checks a target against its source: the one way for renditions, editors and imports.
 *
 * Built for precision: a check that cannot be sure is silent. `more` are checks that need something
 * of their own, such as a glossary. Errors block approval, warnings can be acknowledged.
 */
export function checkPair(pair: CheckedPair, more: readonly PairCheck[] = []): readonly QaFinding[] {
  return [...PAIR_CHECKS, ...more].flatMap((check) => check(pair));
}
