import { describe, expect, it } from 'vitest';
import { linked, tag, typed } from '../tagged.ts';

const roles = (paragraphs: readonly string[], publishedAt?: string): readonly string[] =>
  linked(paragraphs, publishedAt === undefined ? {} : { publishedAt }).filter((each) =>
    /\b(?:the|her|his|leader|president)\b/iu.test(each),
  );

describe('resolveRoles', () => {
  it.each([
    ['The US president spoke.', '2026-01-13', 'The US president -> Q22686'],
    ['The US president spoke.', '2023-05-01', 'The US president -> Q6279'],
    ['The US president spoke.', '2025-01-20', 'The US president -> Q22686'],
    ['We asked the Hungarian leader.', '2025-07-28', 'the Hungarian leader -> Q57641'],
    ['We asked the german leader.', '2025-07-28', 'the german leader -> Q566257'],
    ['It was Mexico’s president who asked.', '2025-07-28', 'Mexico’s president -> Q5771800'],
    ['It was the US secretary of state who asked.', '2025-07-28', 'the US secretary of state -> Q324546'],
  ])('resolves "%s" on %s', (sentence, publishedAt, expected) => {
    expect(linked([sentence], { publishedAt })).toEqual([expected]);
  });

  it('asks no table where the day is unknown or outside the known terms', () => {
    expect(linked(['The US president spoke.'])).toEqual(['The US president -> local:role:us-president']);
    expect(linked(['The US president spoke.'], { publishedAt: '1999-05-01' })).toEqual([
      'The US president -> local:role:us-president',
    ]);
  });

  it('takes the article’s word for who holds an office', () => {
    const text = ['Peruvian president Ana Quispe spoke. The Peruvian leader smiled.'];
    expect(roles(text, '2030-01-01')).toEqual(['The Peruvian leader -> local:per:ana-quispe']);
    expect(roles(['Ana Quispe, the president of Peru, spoke. The Peruvian president smiled.'])).toEqual([
      'the president of Peru -> local:per:ana-quispe',
      'The Peruvian president -> local:per:ana-quispe',
    ]);
  });

  it('gives a counterpart the office of the person named before', () => {
    expect(
      linked(['Mexican president Claudia Sheinbaum called her US counterpart.'], {
        publishedAt: '2026-01-13',
      }).at(-1),
    ).toBe('her US counterpart -> Q22686');
    expect(
      linked(['Russian foreign minister Sergey Lavrov called his US counterpart.'], {
        publishedAt: '2026-01-13',
      }).at(-1),
    ).toBe('his US counterpart -> Q324546');
  });

  it('takes the name behind a comma for the holder', () => {
    expect(linked(['Kenyan minister Miriam Kiplora met her Ugandan counterpart, Daniel Ssembuzi.'])).toEqual([
      'Kenyan -> Q114',
      'Miriam Kiplora -> local:per:miriam-kiplora',
      'her Ugandan counterpart -> local:per:daniel-ssembuzi',
      'Daniel Ssembuzi -> local:per:daniel-ssembuzi',
    ]);
  });

  it('takes an office before a name for a title', () => {
    expect(typed(['The US president Donald Trump spoke with his US counterpart Marco Rubio.'])).toEqual([
      'LOC US',
      'PER Donald Trump',
      'LOC US',
      'PER Marco Rubio',
    ]);
  });

  it('names nobody for a former or an elected holder', () => {
    expect(typed(['The former US president and the US president-elect met.'])).toEqual(['LOC US', 'LOC US']);
  });

  it('keeps a role apart from its holder, who has names that a role has not', () => {
    const [role] = tag(['The US president spoke.'], { publishedAt: '2026-01-13' });
    expect(role?.entity).toMatchObject({ type: 'ROLE', names: {}, refersTo: 'Q22686' });
  });
});
