import { describe, expect, it } from 'vitest';
import { timelineLanes } from '../../../../../services/dashboard/fragments/timeline-lanes.ts';
import { statusOf } from '../status-of.ts';

const NOW = 5000;

describe('timelineLanes', () => {
  it('lets each stage begin where the one before it ended', () => {
    const status = statusOf('a', {
      normalize: { state: 'done', at: 1300, ms: 100 },
      'tag-entities': { state: 'done', at: 1500, ms: 150 },
      es: { 'tm-lookup': { state: 'running', at: 1600 } },
    });
    const { from, to, lanes } = timelineLanes(status, NOW);
    expect([from, to]).toEqual([1000, NOW]);
    expect(lanes[0]?.steps).toMatchObject([
      { stage: 'normalize', readyAt: 1000, startedAt: 1200, endedAt: 1300 },
      { stage: 'tag-entities', readyAt: 1300, startedAt: 1350, endedAt: 1500 },
    ]);
    expect(lanes[1]).toMatchObject({
      locale: 'es',
      steps: [{ stage: 'tm-lookup', readyAt: 1500, startedAt: 1600 }],
    });
  });

  it('leaves out what cannot begin, and ends waiting with the article', () => {
    const status = statusOf(
      'a',
      { normalize: { state: 'failed', at: 1900, ms: 20 }, es: {} },
      { state: 'failed', closedAt: 2000 },
    );
    const { to, until, lanes } = timelineLanes(status, NOW);
    expect([to, until]).toEqual([1900, 2000]);
    expect(lanes.map(({ steps }) => steps.map(({ stage }) => stage))).toEqual([['normalize'], []]);
  });

  it('never starts a run before it could begin, whatever the clocks of two machines say', () => {
    const status = statusOf('a', { normalize: { state: 'done', at: 1010, ms: 400 } });
    expect(timelineLanes(status, NOW).lanes[0]?.steps[0]).toMatchObject({ startedAt: 1000, endedAt: 1010 });
  });

  it('has an axis of some length for an article that was submitted this instant', () => {
    const { from, to } = timelineLanes(statusOf('a', {}), 1000);
    expect(to).toBeGreaterThan(from);
  });
});
