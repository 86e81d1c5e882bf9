import { describe, expect, it } from 'vitest';
import { possibleActions } from '../../../../../services/dashboard/fragments/action-bar.ts';
import { localeState } from '../../../../../services/dashboard/fragments/state-badge.ts';
import type { StageProgress } from '../../../../../shared/api/article-status.ts';
import { statusOf } from '../status-of.ts';

const done: StageProgress = { state: 'done', at: 2000, ms: 5 };
const ofArticle = { normalize: done, 'tag-entities': done };
const failed: StageProgress = { state: 'failed', at: 2000 };

describe('localeState', () => {
  it('counts ended stages while a locale is made, and translated sentences once it is', () => {
    const counts = { segments: 3, translated: 2, approved: 0, source: 1 };
    const status = statusOf('a', {
      ...ofArticle,
      es: { 'tm-lookup': done, render: done, counts },
      fr: { 'tm-lookup': { state: 'running', at: 2000 } },
      de: {},
    });
    expect(localeState(status, 'es')).toEqual({ shape: 'done', percent: 66, word: 'cell.translated' });
    expect(localeState(status, 'fr')).toEqual({ shape: 'running', percent: 50, word: 'cell.running' });
    expect(localeState(status, 'de')).toEqual({ shape: 'waiting', percent: 50, word: 'cell.waiting' });
    expect(localeState(status, 'ja')).toBeUndefined();
  });

  it('says that a locale stopped when its article ended without it', () => {
    const status = statusOf('a', { normalize: failed, es: {} }, { state: 'failed' });
    expect(localeState(status, 'es')).toEqual({ shape: 'stopped', percent: 0, word: 'cell.stopped' });
  });

  it('does not call a locale complete of which a sentence is missing', () => {
    const counts = { segments: 1000, translated: 999, approved: 0, source: 1 };
    const status = statusOf('a', { ...ofArticle, es: { 'tm-lookup': done, render: done, counts } });
    expect(localeState(status, 'es')?.percent).toBe(99);
  });
});

describe('possibleActions', () => {
  it.each([
    ['a running article', {}, ['cancel', 'withhold', 'kill']],
    ['a failed one', { state: 'failed' }, ['retry', 'withhold', 'kill']],
    ['a withheld one', { state: 'failed', pubStatus: 'withheld' }, ['retry', 'release', 'kill']],
    ['a superseded one', { state: 'superseded' }, ['withhold', 'kill']],
    ['a killed one', { state: 'killed', pubStatus: 'canceled' }, []],
  ] as const)('offers for %s what makes sense', (_name, overrides, actions) => {
    expect(possibleActions(statusOf('a', { normalize: failed }, overrides))).toEqual(actions);
  });

  it('offers no retry where all is done', () => {
    const status = statusOf(
      'a',
      { ...ofArticle, es: { 'tm-lookup': done, render: done } },
      { state: 'done' },
    );
    expect(possibleActions(status)).toEqual(['withhold', 'kill']);
  });
});
