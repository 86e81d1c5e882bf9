import { expect, it } from 'vitest';
import { countInvisible, visibleText } from '../../../../../services/cli/report/visible-text.ts';

it.each([
  ['plain text', 'plain text'],
  ['\u{fffc} |\n', '[image] |⏎'],
  ['a\u{ad}b', 'a[soft hyphen]b'],
  ['10\u{a0}km', '10[no-break space]km'],
  ['Port\u{200b}', 'Port[zero-width space]'],
  ['a\u{202e}b', 'a[U+202E]b'],
  ['  ', '··'],
  [' Photo', '·Photo'],
])('shows what is invisible in %j', (text, shown) => {
  expect(visibleText(text)).toBe(shown);
});

it('cuts long texts in the middle', () => {
  const shown = visibleText(`start ${'x'.repeat(200)} end`);
  expect(shown).toMatch(/^start x+ … x+ end$/u);
  expect(shown.length).toBeLessThanOrEqual(65);
});

it('counts invisible characters by name, and nothing else', () => {
  expect([...countInvisible('a\u{ad}b\u{ad} c\u{200b}')]).toEqual([
    ['soft hyphen', 2],
    ['zero-width space', 1],
  ]);
});
