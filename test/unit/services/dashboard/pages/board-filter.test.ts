import { describe, expect, it } from 'vitest';
import {
  BoardFilter,
  boardUrl,
  matchesFilter,
  readCursor,
  writeCursor,
} from '../../../../../services/dashboard/pages/board-filter.ts';
import { statusOf } from '../status-of.ts';

const status = statusOf('desk-7', { es: {} }, { headline: 'Ferry returns', pubStatus: 'withheld' });

describe('BoardFilter', () => {
  it('takes what cannot be read, and what was left empty, as not given', () => {
    const query = { state: 'lost', q: '', locale: 'not a locale', after: '../1' };
    expect(boardUrl(BoardFilter.parse(query))).toBe('/');
  });

  it('comes back from its own address', () => {
    const filter = BoardFilter.parse({ state: 'failed', q: 'a&b=c', locale: 'pt-BR' });
    const query = Object.fromEntries(new URL(boardUrl(filter), 'http://x').searchParams);
    expect(BoardFilter.parse(query)).toEqual(filter);
  });
});

describe('matchesFilter', () => {
  it.each([
    [{}, true],
    [{ state: 'running' }, true],
    [{ state: 'done' }, false],
    [{ state: 'withheld' }, true],
    [{ q: 'FERRY' }, true],
    [{ q: 'desk-7' }, true],
    [{ q: 'train' }, false],
    [{ locale: 'es' }, true],
    [{ locale: 'fr' }, false],
  ])('judges %j as %s', (query, isShown) => {
    expect(matchesFilter(status, BoardFilter.parse(query))).toBe(isShown);
  });
});

describe('readCursor', () => {
  it('reads what writeCursor wrote, and nothing else', () => {
    const place = { at: 1_760_000_000_000, articleId: status.articleId };
    expect(readCursor(writeCursor(place))).toEqual(place);
    expect(readCursor('1.b')).toBeUndefined();
    expect(readCursor(undefined)).toBeUndefined();
  });
});
