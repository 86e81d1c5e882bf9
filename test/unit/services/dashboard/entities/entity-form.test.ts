import { describe, expect, it } from 'vitest';
import { findChosen, placeOfWords } from '../../../../../services/dashboard/entities/choose-place.ts';
import { markSegments } from '../../../../../services/dashboard/entities/marked-segments.ts';
import { readEntityForm } from '../../../../../services/dashboard/entities/read-entity-form.ts';
import { withNames } from '../../../../../services/dashboard/entities/read-names.ts';
import type { EntityFix } from '../../../../../shared/document/entity-fix.ts';
import type { EntityOverlay } from '../../../../../shared/document/entity-mention.ts';
import { placeAt } from '../../../../../shared/document/fix-place.ts';
import { documentOf } from '../../../../support/builders.ts';

const document = documentOf(['Ana met Ana Ruiz and Bob.']);
const [segment] = document.segments;
if (segment === undefined) {
  throw new Error('no segment');
}
const segmentId = segment.id;
const overlay: EntityOverlay = {
  mentions: [
    {
      segmentId,
      span: { start: 8, end: 16 },
      text: 'Ana Ruiz',
      entityId: 'local:per:ana-ruiz',
      confidence: 0.9,
    },
  ],
  entities: [{ id: 'local:per:ana-ruiz', type: 'PER', name: 'Ana Ruiz', names: {}, evidence: [] }],
};

describe('the place that words name', () => {
  it.each([
    ['nearest to a mark', 'Ana', { near: { start: 8, end: 16 } }, 8],
    ['the first time', 'Ana', {}, 0],
    ['another time', 'Ana', { nth: 2 }, 8],
    ['without the spaces around them', '  Ruiz ', {}, 12],
  ] as const)('is %s', (_where, words, options, start) => {
    expect(placeOfWords(segment, words, options)).toEqual({ start, end: start + words.trim().length });
  });

  it.each([
    ['London', {}, '"London" does not stand in the sentence'],
    ['Ana', { nth: 3 }, '"Ana" stands only 2 times in the sentence'],
    ['', {}, '"" does not stand in the sentence'],
  ] as const)('is refused for %j %j', (words, options, sentence) => {
    expect(() => placeOfWords(segment, words, options)).toThrow(sentence);
  });

  it('is a mention, a sentence, or nothing that the version has', () => {
    expect(findChosen(document, overlay, `${segmentId}.8`)).toMatchObject({
      kind: 'mention',
      entity: { type: 'PER' },
    });
    expect(findChosen(document, overlay, segmentId)).toMatchObject({ kind: 'sentence' });
    expect(findChosen(document, overlay, `${segmentId}.9`)).toMatchObject({ kind: 'sentence' });
    expect(findChosen(document, overlay, 's0.8')).toBeUndefined();
    expect(findChosen(document, overlay, undefined)).toBeUndefined();
  });
});

describe('a form that corrects a name', () => {
  const fields = { do: 'set', segment: segmentId, start: '8', end: '16', words: 'Ruiz', type: 'ORG' };

  it('says what is named, with the link that was chosen', () => {
    const set = { segmentId, start: 12, end: 16, type: 'ORG' };
    expect(readEntityForm(document, { ...fields, link: 'auto' })).toEqual({ set: [set] });
    expect(readEntityForm(document, { ...fields, link: 'none', everywhere: '1', remember: '1' })).toEqual({
      set: [{ ...set, link: 'none', everywhere: true, remember: {} }],
    });
    expect(readEntityForm(document, { ...fields, link: 'id', id: ' Q90 ' })).toEqual({
      set: [{ ...set, link: 'Q90' }],
    });
    expect(readEntityForm(document, { ...fields, link: 'Q90', id: 'Q1' })).toEqual({
      set: [{ ...set, link: 'Q90' }],
    });
  });

  it('says that nothing is named at the mark, or that a fix no longer holds', () => {
    expect(readEntityForm(document, { ...fields, do: 'remove', words: 'other' })).toEqual({
      remove: [{ segmentId, start: 8, end: 16 }],
    });
    expect(readEntityForm(document, { do: 'takeBack', key: 'f1' })).toEqual({ takeBack: ['f1'] });
  });

  it.each([
    [{ segment: 's0' }, 'The version has no sentence "s0"'],
    [{ type: 'CITY' }, '"CITY" is no kind; expected one of PER'],
    [{ link: 'id', id: 'paris' }, '"paris" is no id; expected a Wikidata id such as Q90'],
  ])('is refused with %j', (wrong, sentence) => {
    expect(() => readEntityForm(document, { ...fields, ...wrong })).toThrow(sentence);
  });
});

describe('the marks of a sentence', () => {
  it('cut it without a gap, with what people decided', () => {
    const removed: EntityFix = {
      key: 'f00000000000a',
      place: placeAt(segment, { start: 0, end: 3 }),
      verdict: { kind: 'nothing' },
    };
    const set: EntityFix = {
      key: 'f00000000000b',
      place: placeAt(segment, { start: 8, end: 16 }),
      verdict: { kind: 'mention', type: 'PER' },
    };
    const fixes = [
      { key: removed.key, places: [{ segmentId, span: { start: 0, end: 3 } }] },
      { key: set.key, places: [{ segmentId, span: { start: 8, end: 16 } }] },
    ];
    const stretches = markSegments(document, { ...overlay, fixes }, [removed, set]).get(segmentId) ?? [];
    expect(stretches.map(({ kind }) => kind)).toEqual(['nothing', 'text', 'mention', 'text']);
    expect(stretches.map(({ span }) => segment.text.slice(span.start, span.end)).join('')).toBe(segment.text);
    expect(stretches[2]).toMatchObject({ fix: { key: set.key } });
  });
});

describe('the names of an entry', () => {
  const entry = {
    id: 'Q90',
    type: 'LOC' as const,
    names: { en: ['Paris'], fr: ['Paris'] },
    same: ['de', 'es'],
    country: 'FR',
  };

  it('are those of the form, in its order, each once; other facts stay', () => {
    const edited = withNames(entry, [
      ['en', ' Paris | City of Light | Paris '],
      ['fr', ' '],
      ['es', 'París'],
    ]);
    expect(edited).toEqual({
      ...entry,
      names: { en: ['Paris', 'City of Light'], es: ['París'] },
      same: ['de'],
    });
  });

  it('are refused where there is none, or the locale is none', () => {
    expect(() => withNames(entry, [['en', '|']])).toThrow('"Q90" would have no name');
    expect(() => withNames(entry, [['no such', 'x']])).toThrow('"no such" is no locale');
  });
});
