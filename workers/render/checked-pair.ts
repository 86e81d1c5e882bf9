import type { Mention } from '../../shared/document/entity-mention.ts';
import type { Locale } from '../../shared/document/locale.ts';

/** A served target beside its source, as a check sees it. */
export interface CheckedPair {
  readonly source: string;
  readonly target: string;
  readonly sourceLocale: Locale;
  readonly locale: Locale;
  /** Mentions in the source. */
  readonly mentions: readonly Mention[];
}
