import { describe, expect, it } from 'vitest';
import { typed, valued } from '../tagged.ts';

describe('recognizeValues', () => {
  it.each([
    ['They had a 15-minute call.', ['15-minute = PT15M']],
    ['It took five days and a half-hour.', ['five days and a half-hour = P5DT30M']],
    ['They waited for a week.', ['a week = P1W']],
    ['It pumps 80 barrels a day.', ['80 barrels = 80 barrel']],
    ['She is a 45-year-old doctor.', ['45-year-old = 45 year']],
    ['It begins at 10:30 and ends at 9 p.m.', ['10:30 = 10:30', '9 p.m. = 21:00']],
    ['It struck at 1545 GMT.', ['1545 GMT = 15:45']],
    ['At 12:15 a.m. and at noon.', ['12:15 a.m. = 00:15', 'noon = 12:00']],
    ['It cost $750 billion.', ['$750 billion = USD 750000000000']],
    ['It cost US$1.5m, then €20.', ['US$1.5m = USD 1500000', '€20 = EUR 20']],
    ['It cost 3.5 million euros.', ['3.5 million euros = EUR 3500000']],
    ['It cost 200 Mexican pesos.', ['200 Mexican pesos = MXN 200']],
    ['It cost 200 pesos.', ['200 pesos = 200']],
    ['About 97% of it and 25 percent of that.', ['97% = 97%', '25 percent = 25%']],
    ['It is 12 kilometers long and 30°C warm.', ['12 kilometers = 12 kilometer', '30°C = 30 celsius']],
    ['Winds of 120 km/h hit.', ['120 km/h = 120 kilometer-per-hour']],
    ['About 10,000 soldiers marched.', ['10,000 soldiers = 10000']],
    ['It has 1.5 million members.', ['1.5 million members = 1500000']],
    ['It is the 21st of its kind.', ['21st = #21']],
  ])('reads "%s"', (sentence, expected) => {
    expect(valued([[sentence]])).toEqual(expected);
  });

  it.each([
    'An F-16 flew over.',
    'COVID-19 spread.',
    'Version 1.2.3 is out.',
    'See 10.0.0.1 for that.',
    'Agenda 2030 is a name.',
  ])('leaves "%s" alone', (sentence) => {
    expect(valued([[sentence]])).toEqual([]);
  });

  it('tells a counted number from a bare one', () => {
    expect(typed([['Flight 370 carried 239 people.']])).toEqual(['CARDINAL 370', 'QUANTITY 239 people']);
  });

  it('keeps addresses whole', () => {
    expect(
      typed([['Write to desk@example.org or see https://example.org/2026/01/12, or ask @desk_one.']]),
    ).toEqual(['EMAIL desk@example.org', 'URL https://example.org/2026/01/12', 'HANDLE @desk_one']);
  });
});
