import type { GazetteerEntry } from '../../../../shared/document/gazetteer-entry.ts';
import type { CheckedPair } from '../../../../shared/quality/checked-pair.ts';

/** What planting may choose from. */
export interface Choices {
  /** What wrong names are taken from. */
  readonly entries: readonly GazetteerEntry[];
  /** Another number for each text, to choose by. */
  readonly seed: number;
}

/** A pair before and after an error was planted. */
export interface Planted {
  readonly good: CheckedPair;
  readonly bad: CheckedPair;
}

/** A text with another target; undefined where it is the same. */
export function planted(good: CheckedPair, target: string): Planted | undefined {
  return target === good.target ? undefined : { good, bad: { ...good, target } };
}
