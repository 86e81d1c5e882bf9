import type { Match } from './match.ts';
import type { Deduction } from './score.ts';
import type { TranslationUnit } from './translation-unit.ts';

/** A unit as the memory holds it. */
export interface StoredUnit {
  readonly unitId: string;
  readonly unit: TranslationUnit;
  /** The articles that it came from, where it came from nowhere else. */
  readonly onlyFrom?: readonly string[];
  /** Points off whatever serves from its memory or its variant of the locale. */
  readonly penalties?: readonly Deduction[];
  /** The memory it is in, where there are several. */
  readonly memory?: Match['memory'];
}
