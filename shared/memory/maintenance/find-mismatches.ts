import type { QaFinding } from '../../document/rendition.ts';
import { findWrongCodes } from '../../quality/check-codes.ts';
import { findWrongLiterals } from '../../quality/check-literals.ts';
import { findMissingNumbers } from '../../quality/check-numbers.ts';
import { findWrongPlaceholders } from '../../quality/check-placeholders.ts';
import type { CheckedPair } from '../../quality/checked-pair.ts';
import type { StoredUnit } from '../stored-unit.ts';
import type { FinderLocales, Finding, FindingKind } from './finding.ts';

const CHECKS: readonly ((pair: CheckedPair) => readonly QaFinding[])[] = [
  findMissingNumbers,
  findWrongLiterals,
  findWrongPlaceholders,
  findWrongCodes,
];

/** Finds units whose target lacks a number, an address, a placeholder or an inline code of its source, or made one up. */
export function findMismatches(units: readonly StoredUnit[], locales: FinderLocales): readonly Finding[] {
  return checkEach(units, locales, { kind: 'mismatch', checks: CHECKS });
}

/** A finding for each unit in which one of the checks finds something. */
export function checkEach(
  units: readonly StoredUnit[],
  { sourceLocale, locale }: FinderLocales,
  { kind, checks }: { readonly kind: FindingKind; readonly checks: typeof CHECKS },
): readonly Finding[] {
  return units.flatMap((stored) => {
    const { source, target } = stored.unit;
    const pair: CheckedPair = {
      source: source.text,
      target: target.text,
      sourceLocale,
      locale,
      mentions: [],
      codes: { source: source.codes, target: target.codes },
    };
    const why = checks
      .flatMap((check) => check(pair))
      .map(({ rule, message, span }) => ({
        rule,
        message,
        unitId: stored.unitId,
        ...(span === undefined ? {} : { span }),
      }));
    return why.length === 0 ? [] : [{ kind, units: [stored], why, proposal: 'set-aside' }];
  });
}
