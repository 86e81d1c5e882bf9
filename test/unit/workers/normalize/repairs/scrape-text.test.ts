import { describe, expect, it } from 'vitest';
import { normalized, textsOf } from '../support.ts';

async function repaired(text: string, locale = 'en'): Promise<readonly [string, string[]]> {
  const document = await normalized(text, { sourceLocale: locale });
  return [textsOf(document).join(' '), [...new Set(document.overlays.repairs.map(({ rule }) => rule))]];
}

describe('repairs of what converters do to text', () => {
  it.each<[string, string, string, string, string?]>([
    [
      'a word broken at a hyphen of its own',
      'It is a low-\ncost plan.',
      'It is a low-cost plan.',
      'line-hyphen',
    ],
    [
      'a word that the article spells without the hyphen',
      'The harbour is old. The har-\nbour is closed.',
      'The harbour is old. The harbour is closed.',
      'line-hyphen',
    ],
    ['a spaced ellipsis', 'He waited . . . and left.', 'He waited ... and left.', 'spaced-ellipsis'],
    ['many points', 'He waited........ and left.', 'He waited... and left.', 'spaced-ellipsis'],
    [
      'two hyphens for a dash',
      'The pier -- an old one -- is closed.',
      'The pier — an old one — is closed.',
      'double-hyphen',
    ],
    [
      'two hyphens in German',
      'Der Pier -- ein alter -- ist zu.',
      'Der Pier – ein alter – ist zu.',
      'double-hyphen',
      'de',
    ],
    ['an entity that shows', 'Ship &amp;amp; Sons closed.', 'Ship & Sons closed.', 'escaped-entity'],
    ['a quotation mark by number', 'It&amp;#8217;s closed.', 'It’s closed.', 'escaped-entity'],
    ['brackets escaped twice', 'He left \\\\[sic\\\\] the pier.', 'He left [sic] the pier.', 'escaped-mark'],
    ['hidden tag characters', 'It is\u{E0041}\u{E0042} open.', 'It is open.', 'zero-width'],
    ['a Hangul filler', 'It is\u3164 open.', 'It is open.', 'zero-width'],
  ])('repairs %s', async (...[, text, expected, rule, locale]) => {
    expect(await repaired(text, locale)).toEqual([expected, [rule]]);
  });

  it.each<[string, string, string?]>([
    ['four points', 'He waited.... Then he left.'],
    ['leaders of a table of contents', 'Chapter one ........ 12'],
    ['options of a command', 'Run it as port -- --verbose to see more.'],
    ['an option', 'Use --verbose to see more.'],
    ['entities that a text is about', 'The HTML entity &amp;nbsp; keeps words together.'],
    ['a formula', 'It holds that \\\\[ x \\\\] is even, as in \\\\frac.'],
    ['a flag of a region', 'The flag \u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} is up.'],
    ['a company with an ampersand', 'Ship & Sons closed.'],
  ])('leaves %s alone', async (_name, text, locale) => {
    expect((await repaired(text, locale))[1]).toEqual([]);
  });

  it('keeps a suspended hyphen and its space', async () => {
    expect(await repaired('Die Vor-\nund Nachteile.', 'de')).toEqual([
      'Die Vor- und Nachteile.',
      ['hard-wrap'],
    ]);
  });
});
