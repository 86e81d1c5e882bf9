import { expect, it } from 'vitest';
import { failuresOf, progressRows } from '../../../../services/cli/progress-rows.ts';
import { statusOf } from './scripted-service.ts';

const DONE = { state: 'done', at: 1 } as const;
const WAITING = { state: 'waiting', at: 1 } as const;
const FAILED = {
  state: 'failed',
  at: 1,
  error: { code: 'STAGE_TIMEOUT', message: 'It took too long' },
} as const;

it('shows for each locale how far it is and the stage it is at', () => {
  const status = statusOf({
    state: 'running',
    locales: {
      es: { 'tm-lookup': DONE, render: DONE },
      vi: { 'tm-lookup': DONE, render: WAITING },
      fr: { 'tm-lookup': WAITING, render: WAITING },
      ja: { 'tm-lookup': DONE, render: FAILED },
    },
  });
  expect(progressRows(status)).toEqual([
    { label: 'es', percent: 100, text: 'done', mood: 'good' },
    { label: 'vi', percent: 75, text: 'render', mood: 'running' },
    { label: 'fr', percent: 50, text: 'tm-lookup', mood: 'running' },
    { label: 'ja', percent: 75, text: 'render failed: It took too long', mood: 'bad' },
  ]);
});

it('shows the failure of a common stage in every locale', () => {
  const skipped = { state: 'skipped', at: 1 } as const;
  const status = statusOf({
    state: 'failed',
    stages: { normalize: FAILED, 'tag-entities': skipped },
    locales: { es: { 'tm-lookup': skipped, render: skipped } },
  });
  expect(progressRows(status)[0]?.text).toBe('normalize failed: It took too long');
  expect(failuresOf(status)).toEqual(['normalize: It took too long (STAGE_TIMEOUT)']);
});
