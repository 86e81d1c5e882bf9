import { describe, expect, it } from 'vitest';
import { needsIsolation, stripBidiControls } from '../../../../workers/render/bidi.ts';

describe('needsIsolation', () => {
  it.each([
    ['AFP', 'rtl', false],
    ['Nobody was hurt.', 'rtl', true],
    ['"Yes', 'rtl', true],
    ['COVID-19', 'rtl', true],
    ['AFP وكالة', 'rtl', true],
    ['وكالة الأنباء.', 'rtl', false],
    ['2026', 'rtl', false],
    ['Nobody was hurt.', 'ltr', false],
    ['لم يُصب أحد.', 'ltr', true],
    ['', 'rtl', false],
  ] as const)('%j in %s text: %s', (text, direction, expected) => {
    expect(needsIsolation(text, direction)).toBe(expected);
  });
});

it('takes away what turns the following text, and keeps the marks', () => {
  expect(stripBidiControls('a\u202Eb\u2066c\u200Fd\u200E')).toBe('abc\u200Fd\u200E');
});
