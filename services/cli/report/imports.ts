import type { ImportLedger } from '../../../shared/api/memory-import.ts';

/** `, 3 refused (2 target-empty, 1 obsolete)`, or nothing. */
export function describeReasons({ refused, reasons, withoutMarkup }: ImportLedger): string {
  const each = Object.entries(reasons)
    .toSorted(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${count} ${reason}`);
  const refusals = refused === 0 ? '' : `, ${refused} refused (${each.join(', ')})`;
  return `${refusals}${withoutMarkup === 0 ? '' : `, ${withoutMarkup} without some of their markup`}`;
}
