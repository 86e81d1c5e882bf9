import { describe, expect, it } from 'vitest';
import { parseLocale } from '../../../config/locales.ts';

describe('parseLocale', () => {
  it.each([
    ['pt_br', 'pt-BR'],
    ['ZH-hans', 'zh-Hans'],
    [' es ', 'es'],
  ])('reads %s as %s', (text, locale) => {
    expect(parseLocale(text)).toBe(locale);
  });

  it.each([
    ['vn', 'vi'],
    ['jp', 'ja'],
    ['es-MX', 'es'],
    ['pt', 'pt-BR'],
  ])('refuses %s and asks whether %s was meant', (text, meant) => {
    expect(() => parseLocale(text)).toThrow(`Locale "${text}" is not configured: did you mean "${meant}"?`);
  });

  it('lists what there is where nothing is near', () => {
    expect(() => parseLocale('tlh')).toThrow('Locale "tlh" is not configured: one of en, es, fr');
  });
});
