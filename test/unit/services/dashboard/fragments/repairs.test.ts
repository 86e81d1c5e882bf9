import { describe, expect, it } from 'vitest';
import { repairsInContext } from '../../../../../services/dashboard/fragments/repairs.ts';
import type { Repair } from '../../../../../shared/document/overlay.ts';
import { documentOf } from '../../../../support/builders.ts';

/** Nothing but whole emoji. */
const WHOLE = /^(?:😀)+$/u;

describe('repairsInContext', () => {
  it('shows what stood around a repair when it was made, not what later ones left', () => {
    const document = documentOf(['On April 14 Ugandan boats left.']);
    const repairs: readonly Repair[] = [
      repair({ start: 0, end: 0, before: '| ', after: '' }),
      repair({ start: 3, end: 8, before: 'april', after: 'April' }),
      repair({ start: 12, end: 19, before: 'ugandan', after: 'Ugandan' }),
    ];
    const found = repairsInContext({ ...document, overlays: { ...document.overlays, repairs } });
    expect(found.map(({ left, repair: { before, after }, right }) => [left, before, after, right])).toEqual([
      ['', '| ', '', 'On april 14 ugandan boats left.'],
      ['On ', 'april', 'April', ' 14 ugandan boats left.'],
      ['On April 14 ', 'ugandan', 'Ugandan', ' boats left.'],
    ]);
  });

  it('never cuts a character in two', () => {
    const document = documentOf([`${'😀'.repeat(40)}x${'😀'.repeat(40)}`]);
    const repairs = [repair({ start: 80, end: 81, before: 'y', after: 'x' })];
    const [found] = repairsInContext({ ...document, overlays: { ...document.overlays, repairs } });
    expect([found?.left, found?.right]).toEqual([expect.stringMatching(WHOLE), expect.stringMatching(WHOLE)]);
  });
});

function repair({
  start,
  end,
  before,
  after,
}: {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}): Repair {
  return { rule: 'test', blockId: 'b1', span: { start, end }, before, after, confidence: 1 };
}
