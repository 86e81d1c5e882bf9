import { describe, expect, it } from 'vitest';
import { readChange } from '../../../../../services/dashboard/review/read-change.ts';
import type { UndoneRepair } from '../../../../../shared/document/overlay.ts';
import { documentOf } from '../../../../support/builders.ts';

const [MONTH, PLACE, NEW] = ['r00000000000a', 'r00000000000b', 'r00000000000c'];

function undone(key: string, rule: string): UndoneRepair {
  return { key, rule, blockId: 'b1', span: { start: 0, end: 1 }, before: 'o', after: 'O', confidence: 1 };
}

const plain = documentOf(['one.']);
const document = {
  ...plain,
  overlays: { ...plain.overlays, undone: [undone(MONTH, 'month-case'), undone(PLACE, 'place-case')] },
};
const review = { undone: [MONTH, PLACE], disabledRules: ['credit', 'hard-wrap'] };
const nothing = { undo: [], redo: [], disableRules: [], enableRules: [] };

describe('readChange', () => {
  it.each([
    [
      'nothing where the boxes are as they were',
      { undo: [MONTH, PLACE], off: ['credit', 'hard-wrap'], rule: undefined },
      nothing,
    ],
    [
      'what was checked and what no longer is',
      { undo: [MONTH, NEW], off: ['credit', 'pipe-relic'], rule: undefined },
      { undo: [NEW], redo: [PLACE], disableRules: ['pipe-relic'], enableRules: ['hard-wrap'] },
    ],
    [
      'nothing of what a filter hid',
      { undo: [], off: [], rule: 'month-case' },
      { ...nothing, redo: [MONTH] },
    ],
  ])('finds %s', (_what, boxes, change) => {
    expect(readChange(document, review, boxes)).toEqual(change);
  });

  it('keeps a decision that no longer shows', () => {
    const older = { undone: [MONTH, NEW], disabledRules: [] };
    const boxes = { undo: [MONTH], off: [], rule: undefined };
    expect(readChange(document, older, boxes)).toEqual(nothing);
  });
});
