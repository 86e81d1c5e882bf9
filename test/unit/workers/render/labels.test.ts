import { describe, expect, it } from 'vitest';
import { Locale } from '../../../../shared/document/locale.ts';
import { createLabels } from '../../../../workers/render/labels.ts';
import { kitOf } from './render-input.ts';

describe('labels', () => {
  it.each([
    ['es', 1, '1 frase aún no está traducida.'],
    ['ru', 3, '3 предложения ещё не переведены.'],
    ['ru', 5, '5 предложений ещё не переведено.'],
    ['ar', 2, 'جملتان لم تُترجما بعد.'],
    ['ar', 5, '5 جمل لم تُترجم بعد.'],
    ['ar', 11, '11 جملة لم تُترجم بعد.'],
    ['he', 2, 'שני משפטים טרם תורגמו.'],
    ['ja', 4, 'まだ翻訳されていない文が4件あります。'],
  ])('counts in %s: %i', (locale, count, text) => {
    expect(kitOf(locale).labels.counted('notYetTranslated', count, String(count))).toBe(text);
  });

  it.each(['<b>&"\'', '{{number}}', '$t(photo)', '$&', '\uE000'])('takes %j as text', (value) => {
    expect(kitOf('en').labels.text('translatedFrom', { language: value })).toBe(`Translated from ${value}`);
  });

  it.each([
    ['fr', ['Par ', '']],
    ['ja', ['文：', '']],
  ])('gives what stands around the names in %s', (locale, around) => {
    expect(kitOf(locale).labels.around('byline')).toEqual(around);
  });

  it('gives what stands after a value too', () => {
    expect(kitOf('ja').labels.around('updated')).toEqual(['', '更新']);
  });

  it('never shows a label of another language', () => {
    const en = Locale.parse('en');
    const labelsOf = createLabels(new Map([[en, { photo: 'Photo' }]]));
    expect(labelsOf(en).text('photo', {})).toBe('Photo');
    expect(() => labelsOf(en).text('video', {})).toThrow(/"video" has no text/u);
    expect(() => labelsOf(Locale.parse('fr')).text('photo', {})).toThrow(/"photo" has no text/u);
  });
});
