import type { Origin, Review } from '../../document/rendition.ts';

/** What a file says of how far a target is, and where it came from. */
export interface TargetState {
  readonly review?: Review;
  readonly origin?: Origin;
}

const REVIEWS: ReadonlyMap<string, Review> = new Map<string, Review>([
  // XLIFF 1.2 §2.1.1, state
  ['final', 'approved'],
  ['signed-off', 'reviewed'],
  ['translated', 'translated'],
  ['needs-review-translation', 'draft'],
  ['needs-review-adaptation', 'draft'],
  ['needs-review-l10n', 'draft'],
  ['needs-translation', 'draft'],
  ['needs-adaptation', 'draft'],
  ['needs-l10n', 'draft'],
  ['new', 'draft'],
  // XLIFF 2.1 §4.3.1.33, state; `final` and `translated` as above
  ['initial', 'draft'],
  ['reviewed', 'reviewed'],
]);

const ORIGINS: ReadonlyMap<string, Origin> = new Map<string, Origin>([
  ['exact-match', 'exact'],
  ['leveraged-tm', 'exact'],
  ['leveraged-inherited', 'previous-version'],
  ['id-match', 'context-match'],
  ['fuzzy-match', 'fuzzy'],
  ['leveraged-repository', 'fuzzy'],
  ['leveraged-mt', 'mt'],
  ['mt-suggestion', 'mt'],
]);

/** Reads `state`, `state-qualifier` and the unit's `approved`; what is not known says nothing. */
export function readState(attributes: Readonly<Record<string, string>>, approved?: string): TargetState {
  const qualifier = attributes['state-qualifier'] ?? '';
  const stated = REVIEWS.get(attributes['state'] ?? '');
  const origin = ORIGINS.get(qualifier);
  const review = qualifier.startsWith('rejected-') ? 'rejected' : approved === 'yes' ? 'approved' : stated;
  return {
    ...(review === undefined ? {} : { review }),
    ...(origin === undefined ? {} : { origin }),
  };
}
