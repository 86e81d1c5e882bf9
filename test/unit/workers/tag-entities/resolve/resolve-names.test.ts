import { describe, expect, it } from 'vitest';
import { linked, tag } from '../tagged.ts';

describe('resolveNames', () => {
  it('joins a surname to the full name before it', () => {
    expect(linked(['Senator Kwabena Osei resigned. Osei gave no reason.'])).toEqual([
      'Kwabena Osei -> local:per:kwabena-osei',
      'Osei -> local:per:kwabena-osei',
    ]);
  });

  it('joins a surname in the headline to the full name after it', () => {
    expect(linked(['Senator Kwabena Osei resigned.'], { headline: 'Why Osei left' })[0]).toBe(
      'Osei -> local:per:kwabena-osei',
    );
  });

  it('keeps particles with the surname, and accents never part a person', () => {
    expect(
      linked([
        'Foreign minister Juan Ramón de la Fuente spoke. Juan Ramon de la Fuente left. De la Fuente smiled.',
      ]),
    ).toEqual([
      'Juan Ramón de la Fuente -> local:per:juan-ramon-de-la-fuente',
      'Juan Ramon de la Fuente -> local:per:juan-ramon-de-la-fuente',
      'De la Fuente -> local:per:juan-ramon-de-la-fuente',
    ]);
  });

  it('means the person named last where two share a surname', () => {
    expect(
      linked(['Mayor Ana Ruiz spoke. Ruiz smiled. Judge Pablo Ruiz spoke. Ruiz frowned.']).map((each) =>
        each.split(':').at(-1),
      ),
    ).toEqual(['ana-ruiz', 'ana-ruiz', 'pablo-ruiz', 'pablo-ruiz']);
  });

  it('prefers the article’s own person to the one the gazetteer knows by that surname', () => {
    expect(linked(['Painter Maria Trump opened a show. Trump sold four works.'])).toEqual([
      'Maria Trump -> local:per:maria-trump',
      'Trump -> local:per:maria-trump',
    ]);
  });

  it('tolerates a lower-case surname behind a title', () => {
    expect(linked(['Senator Kwabena Osei resigned. In the end president osei stayed.']).at(-1)).toBe(
      'osei -> local:per:kwabena-osei',
    );
  });

  it('joins an acronym in brackets, and every later one, to the full name', () => {
    expect(linked(['The Coastal Relief Agency (CRA) is here. The CRA sent boats.'])).toEqual([
      'Coastal Relief Agency -> local:org:coastal-relief-agency',
      'CRA -> local:org:coastal-relief-agency',
      'CRA -> local:org:coastal-relief-agency',
    ]);
  });

  it('says why it joined them', () => {
    const [, again] = tag(['Senator Kwabena Osei resigned. Osei gave no reason.']);
    expect(again?.entity.evidence).toEqual(['Title before the name', 'Surname of Kwabena Osei']);
  });
});

describe('names that one sentence makes clear', () => {
  it('are found where another sentence does not', () => {
    expect(
      linked(['A pier is rebuilt in Turnberry and elsewhere. The boat will leave Turnberry at dawn.']),
    ).toEqual(['Turnberry -> local:loc:turnberry', 'Turnberry -> local:loc:turnberry']);
  });
});
