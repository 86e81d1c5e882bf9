import { describe, expect, it } from 'vitest';
import { describeRepair } from '../../../../shared/document/describe-repair.ts';

const repair = { rule: 'rule', blockId: 'b1', span: { start: 0, end: 0 }, confidence: 0.95 };

describe('describeRepair', () => {
  it.each([
    ['january', 'January', 'rule: "january" became "January" (95 %)'],
    ['by Ana Silva', '', 'rule: removed "by Ana Silva" (95 %)'],
    ['', '”', 'rule: added "”" (95 %)'],
    ['\u00AD', '', 'rule: removed "[U+00AD]" (95 %)'],
    ['\n', ' ', 'rule: "↵" became " " (95 %)'],
  ])('says what became of %j', (before, after, line) => {
    expect(describeRepair({ ...repair, before, after })).toBe(line);
  });

  it('shortens long texts', () => {
    expect(describeRepair({ ...repair, before: 'a'.repeat(500), after: '' }).length).toBeLessThan(110);
  });
});
