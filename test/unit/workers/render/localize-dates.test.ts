import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../../config/locales.ts';
import { localizeDate, localizeTime, localizeTimex } from '../../../../workers/render/localize-dates.ts';
import { kitOf } from './render-input.ts';

describe('localizeDate', () => {
  it.each([
    ['en', 'January 1, 2026, 2:30 PM (UTC+7)'],
    ['es', '1 de enero de 2026, 14:30 (UTC+7)'],
    ['fr', '1er janvier 2026 à 14:30 (UTC+7)'],
    ['de', '1. Januar 2026, 14:30 Uhr (UTC+7)'],
    ['pt-BR', '1º de janeiro de 2026 às 14:30 (UTC+7)'],
    ['ru', '1 января 2026 г., 14:30 (UTC+7)'],
    ['he', '1 בינואר 2026, 14:30 (UTC+7)'],
    ['zh-Hans', '2026年1月1日 14:30 (UTC+7)'],
    ['ja', '2026年1月1日 14:30 (UTC+7)'],
    ['ko', '2026년 1월 1일 14:30 (UTC+7)'],
    ['th', '1 มกราคม 2026 เวลา 14:30 น. (UTC+7)'],
    ['fa', '۱ ژانویهٔ ۲۰۲۶، ۱۴:۳۰ (UTC+7)'],
  ])('writes date, time and zone in %s', (locale, text) => {
    const iso = '2026-01-01T14:30:00+07:00';
    const localized = localizeDate(iso, kitOf(locale));
    expect(localized?.text.replaceAll(/[\u00A0\u202F]/gu, ' ')).toBe(text);
    expect(localized?.iso).toBe(iso);
  });

  it('keeps the wall clock of the offset, whatever zone the machine is in', () => {
    expect(localizeDate('2026-01-12T23:59:59-11:30', kitOf('de'))?.text).toBe(
      '12. Januar 2026, 23:59 Uhr (UTC-11:30)',
    );
    expect(localizeDate('2026-01-12T00:00:00Z', kitOf('de'))?.text).toBe('12. Januar 2026, 00:00 Uhr (UTC)');
  });

  it('shows a date without a time where no time is known', () => {
    expect(localizeDate('2026-01-12', kitOf('fr'))?.text).toBe('12 janvier 2026');
  });

  it.each([undefined, '', 'yesterday', '2026-13-01', '2026-02-30', '12.01.2026', '2026-01'])(
    'has nothing for %j',
    (iso) => {
      expect(localizeDate(iso, kitOf('en'))).toBeUndefined();
    },
  );

  it('always shows the Gregorian year in the digits of the style', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom(...LOCALES), (date, locale) => {
        const iso = date.toISOString().slice(0, 10);
        const kit = kitOf(locale);
        const year = new Intl.NumberFormat(locale, {
          numberingSystem: kit.style.numberingSystem,
          useGrouping: false,
        }).format(date.getUTCFullYear());
        expect(localizeDate(iso, kit)?.text).toContain(year);
      }),
    );
  });
});

describe('localizeTimex', () => {
  it.each([
    ['2026-01-12', '12 de enero de 2026'],
    ['2026-01', 'enero de 2026'],
    ['2026', '2026'],
    ['--01-12', '12 de enero'],
    ['--02-29', '29 de febrero'],
    ['2026-01-03T21:00', '3 de enero de 2026, 21:00'],
    ['2026-05-03/2026-05-05', '3–5 de mayo de 2026'],
    ['--05-03/--05-05', '3–5 de mayo'],
    ['2026-05-05/2026-05-03', undefined],
    ['2026-05/2026-05-03', undefined],
    ['2026-05-03/2026-W20', undefined],
    ['2026-W02', undefined],
    ['2026-01-03TMO', undefined],
  ])('writes %s as %s', (timex, text) => {
    expect(localizeTimex(timex, kitOf('es'))).toBe(text);
  });
});

describe('ranges of dates', () => {
  it.each([
    ['en', 'May 30 – June 2, 2026'],
    ['fr', '30 mai – 2 juin 2026'],
    ['sw', '30 Mei 2026 – 2 Juni 2026'],
    ['ja', '2026年5月30日～2026年6月2日'],
    ['cs', '30. května 2026 – 2. června 2026'],
    ['th', '30 พฤษภาคม – 2 มิถุนายน 2026'],
    ['ko', '2026년 5월 30일~6월 2일'],
  ])('names both months in %s, in the form of its dates', (locale, expected) => {
    const text = localizeTimex('2026-05-30/2026-06-02', kitOf(locale));
    expect(text?.replaceAll(/\s/gu, ' ')).toBe(expected);
  });

  it('writes the first of a month as the style does', () => {
    expect(localizeTimex('2026-05-01/2026-05-11', kitOf('fr'))).toBe('1er–11 mai 2026');
  });

  it('has each end in it, in every locale', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom(...LOCALES),
        (from, days, locale) => {
          const [first, last] = [from, new Date(from.getTime() + days * 86_400_000)].map((at) =>
            at.toISOString().slice(0, 10),
          );
          const kit = kitOf(locale);
          const text = localizeTimex(`${first}/${last}`, kit) ?? '';
          const ends = [first, last].map((end) => localizeTimex(end ?? '', kit) ?? '');
          expect(ends.some((end) => text.includes(end))).toBe(true);
        },
      ),
    );
  });
});

describe('localizeTime', () => {
  it.each([
    ['en', { time: '14:30' }, '2:30 PM'],
    ['es', { time: '14:30' }, '14:30'],
    ['de', { time: '09:05', zone: 'ET' }, '09:05 Uhr (ET)'],
    ['sv', { time: '14:30' }, 'kl. 14:30'],
    ['id', { time: '14:30' }, '14.30'],
    ['fa', { time: '14:30' }, '۱۴:۳۰'],
    ['de', { time: '14:30', until: '16:00' }, '14:30–16:00 Uhr'],
    ['ja', { time: '14:30', until: '16:00' }, '14:30～16:00'],
    ['es', { time: 'TMO' }, undefined],
    ['es', { time: '24:10' }, undefined],
    ['es', { time: '14:30', until: 'TEV' }, undefined],
  ])('writes a time of day in %s: %j', (locale, value, expected) => {
    expect(localizeTime(value, kitOf(locale))?.replaceAll(/\s/gu, ' ')).toBe(expected);
  });
});
