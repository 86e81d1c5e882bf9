import { describe, expect, it } from 'vitest';
import { normalized } from '../support.ts';

async function repaired(text: string, over: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const document = await normalized(text, over);
  return document.segments.map((segment) => segment.joinBefore + segment.text).join('');
}

describe('restoreCase', () => {
  it.each([
    ['It opens on january 12.', 'It opens on January 12.'],
    ['It opens on the 12th of december.', 'It opens on the 12th of December.'],
    ['They meet on monday and every friday.', 'They meet on Monday and every Friday.'],
    ["He said that mexico's law is clear.", "He said that Mexico's law is clear."],
    ['He said that mexico’s law is clear.', 'He said that Mexico’s law is clear.'],
    [
      'Trade with south korea and the united states grew.',
      'Trade with South Korea and the United States grew.',
    ],
    ['The mexican foreign minister left.', 'The Mexican foreign minister left.'],
    ['Many germans and two iraqis came.', 'Many Germans and two Iraqis came.'],
    ['The mexican-american writer spoke french.', 'The Mexican-American writer spoke French.'],
    ['It opens on may 12, 2026.', 'It opens on May 12, 2026.'],
    ['It opens in may.', 'It opens in May.'],
    ['It opened on march 3.', 'It opened on March 3.'],
    ['It runs from march to june.', 'It runs from March to June.'],
    ['It was early august, he said.', 'It was early August, he said.'],
  ])('repairs %j', async (text, expected) => {
    expect(await repaired(text)).toBe(expected);
  });

  it.each([
    'It may 12 times a year be closed for work.',
    'They may march on the capital.',
    'They march 3 miles a day.',
    'It was an august body.',
    'She cooked turkey with french fries.',
    'The plates are bone china.',
    'He had to polish the brass.',
    'US president Donald Trump and the Mexican president Claudia Sheinbaum met.',
    'The former president Obama and vice president Vance met.',
    'Read mexico.com, write to a@mexico.org, or follow @mexico and #mexico.',
    'Open config/january.md or /mexico/index.',
    'She bought an iPhone on eBay.',
    'Run `mexico` on [the page](https://x.org/mexico).',
    'The slug is visit-mexico-now-please.',
  ])('leaves %j as it is', async (text) => {
    const document = await normalized(text);
    expect(document.overlays.repairs).toEqual([]);
  });

  it('capitalizes a title before a name where the article does so elsewhere', async () => {
    const text = 'President Trump spoke. However, president Trump left. US president Donald Trump flew home.';
    expect(await repaired(text)).toBe(
      'President Trump spoke. However, President Trump left. US president Donald Trump flew home.',
    );
  });

  it('only suggests a capital for a title that the article never capitalizes', async () => {
    const document = await normalized('However, president Trump left.');
    expect(document.overlays.repairs).toEqual([]);
    expect(document.overlays.diagnostics).toMatchObject([
      { code: 'case-suggestion', span: { start: 9, end: 18 }, blockId: 'b1' },
    ]);
  });

  it('capitalizes a name that the article capitalizes again and again', async () => {
    const text =
      'It was Sheinbaum who spoke. Then Sheinbaum left, and with Sheinbaum her team. Later sheinbaum said so.';
    expect(await repaired(text)).toBe(text.replace('sheinbaum', 'Sheinbaum'));
  });

  it('does not take a product word after "the" for a name', async () => {
    const text =
      'Open the Workspace, then the Workspace menu, or the Workspace list. Then name your workspace well.';
    expect(await repaired(text)).toBe(text);
  });

  it('reads "turkey" as the country where the article does', async () => {
    const text = 'The leaders of Greece and Turkey met. A ship sailed to turkey.';
    expect(await repaired(text)).toBe('The leaders of Greece and Turkey met. A ship sailed to Turkey.');
  });

  it('starts a sentence with a capital where a typical first word lost it, and splits there', async () => {
    const document = await normalized('It closed on january 12. the port office said so.');
    expect(document.segments.map((segment) => segment.text)).toEqual([
      'It closed on January 12.',
      'The port office said so.',
    ]);
  });

  it.each([
    ['es', 'La reunión es el lunes 12 de enero, dice el polaco.'],
    ['fr', 'La réunion aura lieu lundi 12 janvier.'],
  ])('does not apply English rules to %s', async (sourceLocale, text) => {
    expect((await normalized(text, { sourceLocale })).overlays.repairs).toEqual([]);
  });

  it('records each capital with its rule, span and confidence', async () => {
    const document = await normalized('It opens on january 12.');
    expect(document.overlays.repairs).toMatchObject([
      {
        rule: 'month-case',
        blockId: 'b1',
        span: { start: 12, end: 19 },
        before: 'january',
        after: 'January',
        confidence: 0.99,
      },
    ]);
  });
});
