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

  it('joins an acronym that stands before its words, and words that nothing else showed to be a name', () => {
    expect(linked(['Staff of the CRA (Coastal Relief Agency) left. The CRA is closed.'])).toEqual([
      'CRA -> local:org:coastal-relief-agency',
      'Coastal Relief Agency -> local:org:coastal-relief-agency',
      'CRA -> local:org:coastal-relief-agency',
    ]);
    expect(linked(['They asked the coastal relief watch (CRW). The CRW said no.'])).toEqual([
      'coastal relief watch -> local:org:coastal-relief-watch',
      'CRW -> local:org:coastal-relief-watch',
      'CRW -> local:org:coastal-relief-watch',
    ]);
  });

  it('takes no bracket for an acronym whose letters say otherwise', () => {
    expect(linked(['The Coastal Relief Agency (PHOTO) sent boats.']).join(' ')).not.toContain('PHOTO');
  });

  it.each([
    ['Xi Jinping met Le Trong Tan in Hanoi. Xi left.', 'Xi -> Q15031'],
    ['Minister Park Jin-ho resigned. Park gave no reason.', 'Park -> local:per:park-jin-ho'],
    ['Minister Pham Quoc Vinh resigned. Vinh gave no reason.', 'Vinh -> local:per:pham-quoc-vinh'],
    ['Senator Abdel Fattah el-Masri resigned. El-Masri left.', 'El-Masri -> local:per:abdel-fattah-el-masri'],
    [
      'Senator Ana Ocasio-Cortez resigned. Ocasio-Cortez left.',
      'Ocasio-Cortez -> local:per:ana-ocasio-cortez',
    ],
  ])('knows which part of a name is the family’s: %s', (text, last) => {
    expect(linked([text]).at(-1)).toBe(last);
  });

  it('takes names with and without initials, second names and nicknames for one person', () => {
    const sentences = [
      'Senator William Q. Osterman spoke.',
      'Bill Osterman left.',
      'Senator Ana Maria Quispe spoke.',
      'Ana Quispe left.',
    ];
    expect(new Set(linked([sentences]).map((each) => each.split(' -> ')[1]))).toEqual(
      new Set(['local:per:william-q-osterman', 'local:per:ana-maria-quispe']),
    );
  });

  it('means the head of a family where the other was introduced as a relative', () => {
    expect(linked(['Senator Kwabena Osei came with his wife Ama Osei. Osei spoke.']).at(-1)).toBe(
      'Osei -> local:per:kwabena-osei',
    );
  });

  it('lets a title decide between a couple, and names nobody where nothing does', () => {
    const couple = 'Senator Hillary Osterman and Senator Bill Osterman came.';
    expect(linked([[couple, 'Mrs. Osterman spoke.']]).at(-1)).toBe('Osterman -> local:per:hillary-osterman');
    expect(linked([`${couple} Osterman spoke.`]).at(-1)).not.toMatch(/hillary|bill/u);
  });

  it('joins one word for an organization to its full name', () => {
    expect(
      linked([
        'The Ministry of Public Works said no. The Ministry of Public Works is small. Reporters of the Ministry said more.',
      ]).filter((each) => each.startsWith('Ministry ->')),
    ).toEqual(['Ministry -> local:org:ministry-of-public-works']);
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
