import { describe, expect, it } from 'vitest';
import { typed } from '../tagged.ts';

describe('recognizeNames', () => {
  it.each([
    ['a title', 'Yesterday Senator Kwabena Osei resigned.', 'PER Kwabena Osei'],
    ['a lower-case title', 'A statement by mayor Ilse Brandt followed.', 'PER Ilse Brandt'],
    ['an abbreviated title', 'We asked Dr. Tomas Vrba.', 'PER Tomas Vrba'],
    ['a given name', 'It was Maria Quell who won.', 'PER Maria Quell'],
    ['a verb of speech', 'Ondine Falk said so.', 'PER Ondine Falk'],
    ['particles', 'We met minister Pilar de la Vega there.', 'PER Pilar de la Vega'],
    ['an initial', 'It was John F. Keller who won.', 'PER John F. Keller'],
    [
      'the head word of an organization',
      'The Ministry of Health and Welfare agreed.',
      'ORG Ministry of Health and Welfare',
    ],
    ['a head word at the end', 'He works at Northfield University now.', 'ORG Northfield University'],
    ['the head word of a place', 'They crossed the Tarn River.', 'LOC Tarn River'],
    ['a preposition of place', 'A fire broke out in Turnberry.', 'LOC Turnberry'],
    ['the head word of an event', 'It was shown at the Harbour Festival.', 'EVENT Harbour Festival'],
    ['capitals', 'The fund and the FARC agreed.', 'ORG FARC'],
  ])('finds a name by %s', (_, sentence, expected) => {
    expect(typed([[sentence]]).filter((each) => !/^(?:DATE|CARDINAL)/u.test(each))).toEqual([expected]);
  });

  it.each([
    'However, the plan failed.',
    'Officials said nothing.',
    'The CEO was on TV.',
    'Why Nobody Will Ever Read These Long Words',
  ])('finds none in "%s"', (sentence) => {
    expect(typed([[sentence]])).toEqual([]);
  });

  it('takes the first word of a sentence for a name only where the article never has it in lower case', () => {
    expect(typed(['Floods Maria cannot stop came. The floods came.'])).not.toContain('PER Floods Maria');
  });
});
