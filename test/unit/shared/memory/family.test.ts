import { describe, expect, it } from 'vitest';
import { familyOf } from '../../../../shared/memory/family.ts';

describe('family of a text', () => {
  it.each([
    ['en', 'Page 3 of 10', 'Page 12 of 40'],
    ['en', 'It opens on May 3, 2026.', 'It opens on 14 June 2027'],
    ['en', 'The minister met Angela Merkel in Berlin.', 'The minister met Lula in Paris.'],
    ['en', 'Angela Merkel said so on Friday.', 'Emmanuel Macron said so on Monday.'],
    ['en', 'Write to desk@example.org for more.', 'Write to a@b.example for more.'],
    ['es', 'Abre el martes a las 10:30', 'Abre el viernes a las 9'],
    ['de', 'Der Bericht kommt am 3. Mai', 'Der Bericht kommt am 14. Juni'],
    ['ru', 'Он приедет 3 мая', 'Он приедет 14 июня'],
    ['zh', '会议于5月3日举行', '会议于6月14日举行'],
    ['en', '“It’s 5 of them”', '"it\'s 7 of them!"'],
  ])('%s: has “%s” beside “%s”', (language, text, other) => {
    expect(familyOf(text, language)).toBeDefined();
    expect(familyOf(text, language)).toEqual(familyOf(other, language));
  });

  it.each([
    ['en', 'Page 3 of 10', 'Line 3 of 10'],
    ['en', 'It rose by 3 to 10', 'It rose to 10 by 3 points'],
    ['de', 'Der Bericht kommt am 3. Mai', 'Der Brief kommt am 3. Mai'],
    ['en', 'The minister spoke in Berlin.', 'The minister spoke.'],
  ])('%s: tells “%s” from “%s”', (language, text, other) => {
    expect(familyOf(text, language)).not.toEqual(familyOf(other, language));
  });

  it.each(['There is no value in this.', 'Create New Account', 'Page 3', '12', ''])(
    'is not named for “%s”',
    (text) => {
      expect(familyOf(text, 'en')).toBeUndefined();
    },
  );
});
