import { describe, expect, it } from 'vitest';
import { describeChanges, WORDED_RULES } from '../../../../../services/cli/report/describe-changes.ts';
import type { Repair } from '../../../../../shared/document/overlay.ts';
import { CHARACTER_RULES, TEXT_RULES } from '../../../../../workers/normalize/repairs/repair-text.ts';
import { STRUCTURE_RULES } from '../../../../../workers/normalize/structure/repair-structure.ts';

type Change = readonly [before: string, after: string];

describe('describeChanges', () => {
  it.each<[rule: string, changes: readonly Change[], expected: readonly string[]]>([
    ['byline-line', [['by Jane Doe (Reuters)', '']], ['"by Jane Doe (Reuters)" became the byline']],
    ['credit', [[' Photo: AFP', '']], ['"Photo: AFP" became the photo credit']],
    ['duplicate-headline', [['Ferry is back', '']], ['"Ferry is back" removed, it repeats the headline']],
    ['image-line', [['\n', '']], ['picture put in a paragraph of its own']],
    [
      'pipe-relic',
      [
        [' |', ''],
        ['| ', ''],
      ],
      ['bar of a lost table removed x2'],
    ],
    [
      'paragraph-per-line',
      Array.from({ length: 11 }, () => ['\n', ''] as const),
      ['12 lines became paragraphs'],
    ],
    ['hard-wrap', [['\n', ' ']], ['1 broken line joined']],
    [
      'hard-wrap',
      [
        ['\n', ' '],
        [' \n', ' '],
      ],
      ['2 broken lines joined'],
    ],
    [
      'doubled-space',
      [
        ['   ', ' '],
        [' ', ''],
      ],
      ['3 extra spaces removed'],
    ],
    ['soft-hyphen', [['\u{ad}', '']], ['1 soft hyphen removed']],
    ['no-break-space', [['\u{a0}', ' ']], ['1 no-break space became a plain space']],
    [
      'no-break-space',
      [
        ['\u{a0}', ' '],
        ['\u{a0}', ' '],
      ],
      ['2 no-break spaces became plain spaces'],
    ],
    [
      'zero-width',
      [
        ['\u{200b}', ''],
        ['\u{feff}', ''],
      ],
      ['1 zero-width space removed', '1 byte order mark removed'],
    ],
  ])('tells %s in words', (rule, changes, expected) => {
    expect(describeChanges(rule, repairsOf(rule, changes))).toEqual(expected);
  });

  it('counts the characters of changes that were recorded as one', () => {
    const joined = repairsOf('soft-hyphen', [['in\u{ad}fra\u{ad}struc', 'infrastruc']]);
    expect(describeChanges('soft-hyphen', joined)).toEqual(['2 soft hyphens removed']);
    const kept = repairsOf('no-break-space', [['a\u{a0}b 5\u{a0}km', 'a b 5\u{a0}km']]);
    expect(describeChanges('no-break-space', kept)).toEqual(['1 no-break space became a plain space']);
  });

  it('tells a rule that it does not know by its texts', () => {
    const changes: readonly Change[] = [
      ['a\u{ad}b', 'ab'],
      ['gone', ''],
      ['', 'new'],
      ['gone', ''],
    ];
    expect(describeChanges('some-rule', repairsOf('some-rule', changes))).toEqual([
      'a[soft hyphen]b -> ab',
      '"gone" removed x2',
      '"new" added',
    ]);
  });

  it('has words only for rules that exist', () => {
    const rules = [...STRUCTURE_RULES, ...CHARACTER_RULES, ...TEXT_RULES].map(({ name }) => name);
    expect([...rules, 'orphan-aside']).toEqual(expect.arrayContaining([...WORDED_RULES]));
  });
});

function repairsOf(rule: string, changes: readonly Change[]): readonly Repair[] {
  return changes.map(([before, after]) => ({
    rule,
    blockId: 'b1',
    span: { start: 0, end: after.length },
    before,
    after,
    confidence: 1,
  }));
}
