import { describe, expect, it } from 'vitest';
import { typed, valued } from '../tagged.ts';

/** A Tuesday, with a time of day. */
const publishedAt = '2026-01-13T16:20:00Z';
const read = (sentence: string, sourceLocale = 'en'): readonly string[] =>
  valued([[sentence]], { publishedAt, sourceLocale });

describe('values of dates', () => {
  it.each([
    ['They will meet next Friday.', 'next Friday = 2026-01-23'],
    ['They will meet this coming Friday.', 'this coming Friday = 2026-01-16'],
    ['They met last Monday.', 'last Monday = 2026-01-05'],
    ['They met this past Monday.', 'this past Monday = 2026-01-12'],
    ['They met on January 5. They went back the next Tuesday.', 'next Tuesday = 2026-01-06'],
    ['They will vote on Monday of the following week.', 'Monday of the following week = 2026-01-19'],
    ['Please plan it for the following week.', 'the following week = 2026-W04'],
    ['They signed it the following week.', 'the following week = ?'],
  ])('knows which weekday or week is meant: "%s"', (sentence, expected) => {
    expect(read(sentence).at(-1)).toBe(expected);
  });

  it.each([
    ['It struck two hours ago.', 'two hours ago = 2026-01-13T14:20'],
    ['They will land in 30 minutes.', 'in 30 minutes = 2026-01-13T16:50'],
    ['It struck 20 hours ago.', '20 hours ago = 2026-01-12T20:20'],
  ])('counts hours from the time of publication: "%s"', (sentence, expected) => {
    expect(read(sentence)).toEqual([expected]);
  });

  it('gives hours no time of day where that of publication is unknown', () => {
    expect(valued([['It struck two hours ago.']], { publishedAt: '2026-01-13' })).toEqual([
      'two hours ago = PT2H',
    ]);
  });

  it('takes what something past took for a length of time', () => {
    expect(typed([['They took the town in three days.']], { publishedAt })).toEqual(['DURATION three days']);
    expect(typed([['They will open it in three days.']], { publishedAt })).toEqual(['DATE in three days']);
  });

  it.each([
    ['It must end within nine months.', 'within nine months = P9M'],
    ['They left two weeks and two days ago.', 'two weeks and two days ago = 2025-12-28'],
    ['They will pay four months from tomorrow.', 'four months from tomorrow = 2026-05-14'],
    ['They will come back two weeks from now.', 'two weeks from now = 2026-01-27 approx'],
    ['He led it from 2010 to the present.', 'from 2010 to the present = 2010/2026-01-13'],
    ['It rose in the first 11 months of 2025.', 'the first 11 months of 2025 = 2025-01/2025-11'],
    ['It rose in the last three weeks of 2025.', 'the last three weeks of 2025 = 2025-W50/2025-W52'],
    ['He came on the 5th of this month.', '5th of this month = 2026-01-05'],
    ['It fell in week 27 of last year.', 'week 27 of last year = 2025-W27'],
    ['It rose last fiscal year.', 'last fiscal year = FY2025'],
    ['It began in October two thousand and five.', 'October two thousand and five = 2005-10'],
    ['He was born on 15 April of 87.', '15 April of 87 = 1987-04-15'],
    ['They voted on Feb 29.', 'Feb 29 = 2024-02-29'],
    ['They met on Friday the 9th.', 'Friday the 9th = 2026-01-09'],
    ['Shops were full on Black Friday 2025.', 'Black Friday 2025 = 2025-11-28'],
    ['It will be ready before next Easter.', 'next Easter = 2026-04-05'],
    ['The log 20251016 was lost.', '20251016 = 2025-10-16'],
  ])('reads "%s"', (sentence, expected) => {
    expect(read(sentence)).toContain(expected);
  });

  it.each([
    ['It runs from 7:00 to 8:00 p.m.', 'from 7:00 to 8:00 p.m. = 19:00'],
    ['It runs from 11:30 to 12:30 p.m.', 'from 11:30 to 12:30 p.m. = 11:30'],
    ['It runs from 5 to 6 p.m.', 'from 5 to 6 p.m. = 17:00'],
  ])('gives both ends of "%s" their half of the day', (sentence, expected) => {
    expect(read(sentence)).toEqual([expected]);
  });

  it.each([
    ['fr', 'Ils ont signé le 3 janvier. Le lendemain, ils sont partis.', 'Le lendemain = 2026-01-04'],
    ['fr', 'C’était il y a environ trois ans.', 'il y a environ trois ans = 2023'],
    ['fr', 'Il est venu avant 17h.', '17h = 17:00'],
    ['fr', 'Il viendra à sept heures et dix minutes.', 'sept heures et dix minutes = 07:10'],
    ['es', 'Abre de las cinco a las siete.', 'de las cinco a las siete = 05:00'],
    ['es', 'Fue el día 5 de este mes.', 'el día 5 de este mes = 2026-01-05'],
    ['es', 'Volvió en abril de dos mil dieciocho.', 'abril de dos mil dieciocho = 2018-04'],
    ['pt', 'Ele veio em 9 de 8 de 1971.', '9 de 8 de 1971 = 1971-08-09'],
    ['pt', 'Foi há cerca de dois anos.', 'há cerca de dois anos = 2024'],
    ['it', 'È aperto dalle 9 alle 10.', 'dalle 9 alle 10 = 09:00'],
    ['de', 'Sie treffen sich jeden Abend um 19:30 Uhr.', 'jeden Abend um 19:30 Uhr = T19:30'],
    ['de', 'Es war dreiviertel 8.', 'dreiviertel 8 = 07:45'],
    ['de', 'Vom 9. bis 12. Januar wurde verhandelt.', 'Vom 9. bis 12. Januar = 2026-01-09/2026-01-12'],
    ['nl', 'Het was van 9 tot 12 januari.', 'van 9 tot 12 januari = 2026-01-09/2026-01-12'],
    ['ja', '２０１５年２月１日に発売された。', '２０１５年２月１日 = 2015-02-01'],
  ])('reads %s: "%s"', (sourceLocale, sentence, expected) => {
    expect(read(sentence, sourceLocale)).toContain(expected);
  });
});
