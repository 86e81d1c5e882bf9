import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../../config/locales.ts';
import { PipelineError } from '../../../../shared/errors/errors.ts';
import { loadGazetteer } from '../../../../shared/gazetteer/load-gazetteer.ts';
import { deps, linked } from '../../workers/tag-entities/tagged.ts';

describe('loadGazetteer', () => {
  it('reports every wrong line at once, by file and line', () => {
    const people = [
      '{"id":"Q1","type":"PER","names":{"en":["Ana Ruiz"]}}',
      'not json',
      '{"id":"ruiz","type":"PER","names":{"en":["Ana Ruiz"]}}',
    ].join('\n');
    const offices = '{"country":"PE","office":"president","person":"Q2","from":"2025-01-01"}';
    const load = (): unknown =>
      loadGazetteer(
        [
          { name: 'people.jsonl', text: people },
          { name: 'offices.jsonl', text: offices },
        ],
        ['en'],
      );
    expect(load).toThrow(PipelineError);
    expect(load).toThrow(/people\.jsonl line 2.*people\.jsonl line 3 at id.*PE president names Q2/u);
  });

  it('refuses an id that stands twice', () => {
    const text = '{"id":"Q1","type":"PER","names":{"en":["Ana Ruiz"]}}';
    expect(() =>
      loadGazetteer(
        [
          { name: 'a.jsonl', text },
          { name: 'b.jsonl', text },
        ],
        ['en'],
      ),
    ).toThrow(/Q1 stands twice/u);
  });
});

describe('config/gazetteers', () => {
  it('knows the people, places and organizations of the front pages', () => {
    const text =
      'Claudia Sheinbaum, Donald Trump, Marco Rubio, Juan Ramon de la Fuente, Nicolas Maduro, Mexico, US, Venezuela, Mexico City, Washington, Fox News, AFP, AP, US Department of State.';
    expect(linked([[text]])).toEqual([
      'Claudia Sheinbaum -> Q5771800',
      'Donald Trump -> Q22686',
      'Marco Rubio -> Q324546',
      'Juan Ramon de la Fuente -> local:per:juan-ramon-de-la-fuente',
      'Nicolas Maduro -> Q58132',
      'Mexico -> Q96',
      'US -> Q30',
      'Venezuela -> Q717',
      'Mexico City -> Q1489',
      'Washington -> Q61',
      'Fox News -> Q186068',
      'AFP -> Q40464',
      'AP -> Q40469',
      'US Department of State -> Q789915',
    ]);
  });

  it('keeps names for the configured locales only', () => {
    expect(deps.naming.locales).toEqual(LOCALES);
  });

  it('never lets two terms of one office in one country overlap', () => {
    const clashes = deps.offices.filter((a) =>
      deps.offices.some(
        (b) =>
          a !== b &&
          a.country === b.country &&
          a.office === b.office &&
          a.from <= b.from &&
          (a.to === undefined || b.from < a.to),
      ),
    );
    expect(clashes).toEqual([]);
  });
});
