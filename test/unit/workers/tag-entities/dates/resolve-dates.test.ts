import { describe, expect, it } from 'vitest';
import { tag, valued } from '../tagged.ts';

/** A Tuesday. */
const publishedAt = '2026-01-13';
const dateOf = (sentence: string): readonly string[] => valued([[sentence]], { publishedAt });

describe('resolveDates', () => {
  it.each([
    ['She revealed on January 12 that they had spoken.', 'January 12 = 2026-01-12'],
    ['She spoke on january 12.', 'january 12 = 2026-01-12'],
    ['He was born on May 5, 1961.', 'May 5, 1961 = 1961-05-05'],
    ['On 12 January 2026 it began.', '12 January 2026 = 2026-01-12'],
    ['The raid came in the early hours of January 3.', 'early hours of January 3 = 2026-01-03TMO'],
    ['They met on December 20.', 'December 20 = 2025-12-20'],
    ['The vote will be held on March 8.', 'March 8 = 2026-03-08'],
    ['The deadline is February 1.', 'February 1 = 2026-02-01'],
    ['He revealed on January 20 what he knew.', 'January 20 = 2025-01-20'],
    ['The rules changed in August.', 'August = 2025-08'],
    ['Talks began in mid-March 2024.', 'mid-March 2024 = 2024-03 mid'],
    ['It opened in 2019.', '2019 = 2019'],
    ['It was built in the 1990s.', '1990s = 199'],
    ['Output fell in the third quarter of 2025.', 'third quarter of 2025 = 2025-Q3'],
    ['The log says 2026-01-09.', '2026-01-09 = 2026-01-09'],
    ['He spoke on Monday.', 'Monday = 2026-01-12'],
    ['He spoke on Tuesday.', 'Tuesday = 2026-01-13'],
    ['He will speak on Friday.', 'Friday = 2026-01-16'],
    ['He spoke last Friday.', 'last Friday = 2026-01-09'],
    ['He left late Sunday.', 'late Sunday = 2026-01-11TNI'],
    ['He left on Sunday evening.', 'Sunday evening = 2026-01-11TEV'],
    ['It happened yesterday.', 'yesterday = 2026-01-12'],
    ['It happened overnight.', 'overnight = 2026-01-13TNI'],
    ['In an interview mid-last week he said so.', 'mid-last week = 2026-W02 mid'],
    ['Prices rose last month.', 'last month = 2025-12'],
    ['They meet again next year.', 'next year = 2027'],
    ['He left three weeks ago.', 'three weeks ago = 2025-12-23 approx'],
    ['He left two months ago.', 'two months ago = 2025-11'],
    ['He left four years ago.', 'four years ago = 2022'],
    ['He died on Easter Monday.', 'Easter Monday = 2025-04-21'],
  ])('reads "%s" published on Tuesday, 13 January 2026', (sentence, expected) => {
    expect(dateOf(sentence)).toEqual([expected]);
  });

  it.each([
    ['They met on January 5. Three days later, they signed.', 'Three days later = 2026-01-08'],
    ['They met on January 5. They had spoken two days earlier.', 'two days earlier = 2026-01-03'],
    ['They met on January 5. The next day they signed.', 'The next day = 2026-01-06'],
    ['They met on January 5. The following week they signed.', 'The following week = 2026-W03'],
    ['They met mid-last week. Three days later, they signed.', 'Three days later = 2026-01-10 approx'],
    ['They met on January 5. Two weeks later, they signed.', 'Two weeks later = 2026-01-19 approx'],
    ['They met on January 5. A month later, they signed.', 'A month later = 2026-02'],
    ['They met last week. Three days later, they signed.', 'Three days later = ?'],
    ['Three days later, they signed.', 'Three days later = ?'],
  ])('counts "%s" from the date before it', (text, expected) => {
    expect(valued([text], { publishedAt }).at(-1)).toBe(expected);
  });

  it.each([
    ['She spoke on January 12.', ['January 12 = --01-12']],
    [
      'She spoke on January 12. Three days later he answered.',
      ['January 12 = --01-12', 'Three days later = --01-15'],
    ],
    [
      'She spoke on February 27. Three days later he answered.',
      ['February 27 = --02-27', 'Three days later = ?'],
    ],
    ['She spoke on Monday, and again last week.', ['Monday = ?', 'last week = ?']],
    ['She spoke in the early hours of January 3.', ['early hours of January 3 = --01-03TMO']],
    ['She spoke on January 12, 2026.', ['January 12, 2026 = 2026-01-12']],
  ])('invents nothing where the publication date is unknown: "%s"', (text, expected) => {
    expect(valued([text])).toEqual(expected);
  });

  it('says what a value was counted from', () => {
    const anchors = tag(['On May 5, 2025 they met. Two days later, they met again. They met yesterday.'], {
      publishedAt,
    }).map(({ entity: { value } }) => (value?.kind === 'date' ? value.anchor : undefined));
    expect(anchors).toEqual([undefined, 'narrative', 'publication']);
  });

  it('counts from the day in the zone of the publication time', () => {
    expect(valued(['It happened yesterday.'], { publishedAt: '2026-01-13T00:30:00+09:00' })).toEqual([
      'yesterday = 2026-01-12',
    ]);
  });

  it('takes "march" and "may" for months only where they are', () => {
    expect(dateOf('They may march in protest, and second thoughts may follow.')).toEqual([]);
  });
});
