import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  easterSunday,
  formatDay,
  isDay,
  isoWeek,
  parseDay,
  weekdayOf,
} from '../../../../../shared/values/dates/calendar.ts';

const days = fc
  .date({ min: new Date('1600-01-01'), max: new Date('2399-12-31'), noInvalidDate: true })
  .map((date) => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }));

describe('calendar', () => {
  it.each([
    ['2026-01-13', '2026-W03', 2],
    ['2026-01-01', '2026-W01', 4],
    ['2027-01-01', '2026-W53', 5],
    ['2024-12-30', '2025-W01', 1],
  ])('puts %s into week %s, weekday %i', (iso, week, weekday) => {
    const day = parseDay(iso);
    expect(day && isoWeek(day)).toBe(week);
    expect(day && weekdayOf(day)).toBe(weekday);
  });

  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('knows Easter of %i', (year, expected) => {
    expect(formatDay(easterSunday(year))).toBe(expected);
  });

  it('refuses days that no calendar has', () => {
    expect(parseDay('2025-02-29')).toBeUndefined();
    expect(parseDay('13 January')).toBeUndefined();
  });

  it('comes back from any number of days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -9000, max: 9000 }), (day, count) => {
        const there = addDays(day, count);
        expect(isDay(there)).toBe(true);
        expect(daysBetween(day, there)).toBe(count);
        expect(addDays(there, -count)).toEqual(day);
      }),
    );
  });

  it('stays inside the month when it adds months', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1200, max: 1200 }), (day, count) => {
        const there = addMonths(day, count);
        expect(isDay(there)).toBe(true);
        expect(there.year * 12 + there.month - (day.year * 12 + day.month)).toBe(count);
      }),
    );
  });
});
