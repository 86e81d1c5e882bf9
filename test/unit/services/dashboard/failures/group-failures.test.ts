import { describe, expect, it } from 'vitest';
import { groupFailures, messageShape } from '../../../../../services/dashboard/failures/group-failures.ts';
import type { ArticleStatus, StageProgress } from '../../../../../shared/api/article-status.ts';
import { statusOf } from '../status-of.ts';

describe('messageShape', () => {
  it.each([
    ['Line 12 of "a.xml" is broken', 'Line # of "…" is broken'],
    ['took 60000 ms, limit 1.5 s', 'took # ms, limit # s'],
    ['needs a4pfes12z3kt35gwpw3re v2', 'needs … v#'],
    ['hash 9f86d081884c7d659a2feaa0c55ad015 is wrong', 'hash … is wrong'],
    ['two  spaces\nand a line', 'two spaces and a line'],
    ['nothing to leave out', 'nothing to leave out'],
  ])('leaves the values out of "%s"', (message, shape) => {
    expect(messageShape(message)).toBe(shape);
  });
});

describe('groupFailures', () => {
  it('puts messages together that differ in values alone, and counts each article once', () => {
    const groups = groupFailures([
      statusOf('a', { normalize: failed('SOURCE_UNREADABLE', '"a.json" ends at 12', 500) }),
      statusOf('b', { normalize: failed('SOURCE_UNREADABLE', '"b.json" ends at 9', 300) }),
      statusOf('c', { es: { render: failed('STAGE_TIMEOUT', 'took 60000 ms', 400) } }),
    ]);
    expect(groups.map(({ code, shape, articles }) => [code, shape, articles.length])).toEqual([
      ['SOURCE_UNREADABLE', '"…" ends at #', 2],
      ['STAGE_TIMEOUT', 'took # ms', 1],
    ]);
    expect(groups[0]).toMatchObject({ firstAt: 300, lastAt: 500, sample: '"a.json" ends at 12' });
  });

  it('keeps codes apart that share a message', () => {
    const groups = groupFailures([
      statusOf('a', { normalize: failed('INTERNAL', 'away', 1) }),
      statusOf('b', { normalize: failed('REDIS_UNAVAILABLE', 'away', 2) }),
    ]);
    expect(groups).toHaveLength(2);
  });

  it('counts the failed locales of an article as runs of one article', () => {
    const [group] = groupFailures([
      statusOf('a', {
        es: { render: failed('STAGE_TIMEOUT', 'took 1 ms', 1) },
        fr: { render: failed('STAGE_TIMEOUT', 'took 2 ms', 2) },
      }),
    ]);
    expect(group?.runs).toHaveLength(2);
    expect(group?.articles).toHaveLength(1);
  });

  it('names a problem alike whichever articles it hits', () => {
    expect(idOf('a')).toBe(idOf('b'));
  });

  it('finds nothing where nothing failed', () => {
    const waits: ArticleStatus = statusOf('a', {});
    expect(groupFailures([waits])).toEqual([]);
  });
});

function failed(code: string, message: string, at: number): StageProgress {
  return { state: 'failed', at, attempts: 5, error: { code, message } };
}

function idOf(name: string): string | undefined {
  return groupFailures([statusOf(name, { normalize: failed('INTERNAL', `"${name}" broke`, 1) })])[0]?.id;
}
