import type { EntityOverlay } from '../../shared/document/entity-mention.ts';
import { groupBy } from '../../shared/document/group-by.ts';
import type { Locale } from '../../shared/document/locale.ts';
import type { QaFinding } from '../../shared/document/rendition.ts';
import { checkTerms } from '../../shared/memory/terms/check-terms.ts';
import type { TermUse } from '../../shared/memory/terms/term.ts';
import type { TermMatcher } from '../../shared/memory/terms/term-matcher.ts';
import { findDoubleSpaces } from './check-double-spaces.ts';
import { findMissingNumbers } from './check-numbers.ts';
import { findUntranslated } from './check-untranslated.ts';
import type { CheckedPair } from './checked-pair.ts';
import type { FilledSegment } from './fill-targets.ts';

/** Checks of a served target, in the order in which their findings are listed. */
const PAIR_CHECKS: readonly ((pair: CheckedPair) => readonly QaFinding[])[] = [
  findMissingNumbers,
  findUntranslated,
  findDoubleSpaces,
];

export interface QualityContext {
  readonly overlay: EntityOverlay;
  readonly sourceLocale: Locale;
  readonly locale: Locale;
  /** Terms of the glossary in the sources, and what finds their renderings in targets. */
  readonly terms?: { readonly uses: readonly TermUse[]; readonly matcher: TermMatcher } | undefined;
}

/**
 * Checks each filled segment; findings per segment, in segment order. Spans lie in the target.
 *
 * Built for precision: a check that cannot be sure is silent. Source text that stands in for a
 * target has only the errors that kept its match from being served.
 */
export function checkQuality(
  filled: readonly FilledSegment[],
  context: QualityContext,
): readonly (readonly QaFinding[])[] {
  const mentions = bySegment(context.overlay.mentions);
  const terms = bySegment(context.terms?.uses ?? []);
  return filled.map((entry) => {
    const { segment, target, origin } = entry;
    if (target === undefined) {
      return findRefusals(entry);
    }
    if (origin === 'source-copy') {
      return [];
    }
    const pair: CheckedPair = {
      source: segment.text,
      target: target.text,
      sourceLocale: context.sourceLocale,
      locale: context.locale,
      mentions: mentions.get(segment.id) ?? [],
    };
    const uses = terms.get(segment.id) ?? [];
    const ofTerms = context.terms === undefined ? [] : checkTerms(target.text, uses, context.terms.matcher);
    return [...PAIR_CHECKS.flatMap((check) => check(pair)), ...ofTerms];
  });
}

const REFUSALS: Readonly<Record<string, QaFinding>> = {
  'codes-mismatch': {
    rule: 'codes',
    severity: 'error',
    message: 'The inline codes of the stored translation do not fit the source, so it is not served',
  },
  'empty-target': {
    rule: 'empty-target',
    severity: 'error',
    message: 'The stored translation is empty, so it is not served',
  },
};

function findRefusals({ reasons }: FilledSegment): readonly QaFinding[] {
  return reasons.flatMap((reason) => REFUSALS[reason] ?? []);
}

function bySegment<Found extends { readonly segmentId: string }>(
  found: readonly Found[],
): ReadonlyMap<string, readonly Found[]> {
  return groupBy(found, ({ segmentId }) => segmentId);
}
