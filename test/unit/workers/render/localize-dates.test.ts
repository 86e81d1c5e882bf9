import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../../config/locales.ts';
import { localizeDate, localizeTimex } from '../../../../workers/render/localize-dates.ts';
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
    ['2026-W02', undefined],
    ['2026-01-03TMO', undefined],
  ])('writes %s as %s', (timex, text) => {
    expect(localizeTimex(timex, kitOf('es'))).toBe(text);
  });
});
