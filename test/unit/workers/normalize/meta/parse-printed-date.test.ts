import { describe, expect, it } from 'vitest';
import { parsePrintedDate } from '../../../../../workers/normalize/meta/parse-printed-date.ts';

describe('parsePrintedDate', () => {
  it.each([
    ['Published January 12, 2026 at 8:30', '2026-01-12'],
    ['Jan. 12, 2026', '2026-01-12'],
    ['12th of March 2026', '2026-03-12'],
    ['le 1er février 2026', '2026-02-01'],
    ['12 août 2026', '2026-08-12'],
    ['3 de octubre de 2026', '2026-10-03'],
    ['Sonntag, 12. März 2026', '2026-03-12'],
    ['12 stycznia 2026', '2026-01-12'],
    ['12 января 2026 года', '2026-01-12'],
    ['12 Ocak 2026', '2026-01-12'],
    ['15 maart 2026', '2026-03-15'],
    ['2026年1月12日', '2026-01-12'],
    ['2026년 1월 12일', '2026-01-12'],
    ['ngày 12 tháng 1 năm 2026', '2026-01-12'],
    ['2026/01/12 08:30', '2026-01-12'],
    ['12.1.2026', '2026-01-12'],
    ['31/12/2026', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['5/5/2026', '2026-05-05'],
  ])('reads %j', (text, date) => {
    expect(parsePrintedDate(text, undefined)).toBe(date);
  });

  it.each([
    ['01/12/2026', undefined, undefined],
    ['01/12/2026', 'en', undefined],
    ['01/12/2026', 'en-US', '2026-01-12'],
    ['01/12/2026', 'en-GB', '2026-12-01'],
    ['01/12/2026', 'fr', '2026-12-01'],
    ['30 February 2026', 'en', undefined],
    ['2026-13-12', 'en', undefined],
    ['12 monkeys 2026', 'en', undefined],
    ['At 12:30 in 2026', 'en', undefined],
  ])('reads %j of a page in %s as %s', (text, language, date) => {
    expect(parsePrintedDate(text, language)).toBe(date);
  });
});
