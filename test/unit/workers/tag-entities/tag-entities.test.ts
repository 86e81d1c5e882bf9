import { describe, expect, it } from 'vitest';
import { EntityOverlay } from '../../../../shared/document/entity-mention.ts';
import { tagEntitiesStage } from '../../../../workers/tag-entities/stage.ts';
import { documentOf } from '../../../support/builders.ts';
import { sourceOf } from '../../../support/pipeline.ts';
import { deps, linked, tag, typed, valued } from './tagged.ts';

const SUMMIT = [
  'French president Emmanuel Macron met Chancellor Friedrich Merz in Berlin on Tuesday. Macron said the two countries would spend €4.5 billion on defence over three years.',
  'The German leader thanked his French counterpart. Two days later, Merz flew to Brussels for talks at NATO.',
];
const FLOOD = [
  'Floods killed at least 120 people in Karachi overnight, the National Disaster Management Authority (NDMA) said. Governor Amina Sadiq declared an emergency.',
  'The NDMA sent 40 boats. "We were too slow," Sadiq told Reuters at 9:30 p.m. The river rose 3.2 meters in an hour.',
];
const COURT = [
  'The International Criminal Court on March 3, 2025 opened a case against Colonel Peter Okoro. Mr. Okoro, 54, was arrested in Nairobi in February.',
  'Judge Ana Ruiz set the hearing for April 14. About 12% of the documents remain secret, Ruiz said.',
];
const MARKET = [
  'Shares in Halden Industries fell 7.5 percent on Friday after Japan’s finance ministry announced new tariffs.',
  'The company, founded in 1998, makes $2 million a day. Prime Minister Sanae Takaichi defended the plan; Takaichi called it overdue.',
];

describe('tagEntities', () => {
  it('reads a report of a state visit', () => {
    expect(linked(SUMMIT, { publishedAt: '2025-11-20' })).toEqual([
      'French -> Q142',
      'Emmanuel Macron -> Q3052772',
      'Friedrich Merz -> Q566257',
      'Berlin -> Q64',
      'Macron -> Q3052772',
      'The German leader -> Q566257',
      'his French counterpart -> Q3052772',
      'Merz -> Q566257',
      'Brussels -> Q239',
      'NATO -> Q7184',
    ]);
    expect(valued(SUMMIT, { publishedAt: '2025-11-20' })).toEqual([
      'Tuesday = 2025-11-18',
      '€4.5 billion = EUR 4500000000',
      'three years = P3Y',
      'Two days later = 2025-11-20',
    ]);
  });

  it('reads a report of a disaster with names that nobody listed', () => {
    expect(typed(FLOOD, { publishedAt: '2025-07-02' })).toEqual([
      'QUANTITY 120 people',
      'LOC Karachi',
      'TIME overnight',
      'ORG National Disaster Management Authority',
      'ORG NDMA',
      'PER Amina Sadiq',
      'ORG NDMA',
      'QUANTITY 40 boats',
      'PER Sadiq',
      'ORG Reuters',
      'TIME 9:30 p.m.',
      'QUANTITY 3.2 meters',
      'DURATION an hour',
    ]);
    const ids = tag(FLOOD).filter(({ mention }) => /NDMA|National/u.test(mention.text));
    expect(new Set(ids.map(({ entity }) => entity.id))).toEqual(
      new Set(['local:org:national-disaster-management-authority']),
    );
  });

  it('reads a report from a court', () => {
    expect(typed(COURT, { publishedAt: '2025-03-04' })).toEqual([
      'ORG International Criminal Court',
      'DATE March 3, 2025',
      'PER Peter Okoro',
      'PER Okoro',
      'CARDINAL 54',
      'LOC Nairobi',
      'DATE February',
      'PER Ana Ruiz',
      'DATE April 14',
      'PERCENT 12%',
      'PER Ruiz',
    ]);
    expect(valued(COURT, { publishedAt: '2025-03-04' })).toEqual([
      'March 3, 2025 = 2025-03-03',
      '54 = 54',
      'February = 2025-02',
      'April 14 = 2025-04-14',
      '12% = 12%',
    ]);
  });

  it('reads a market report', () => {
    expect(typed(MARKET, { publishedAt: '2025-11-22' })).toEqual([
      'ORG Halden Industries',
      'PERCENT 7.5 percent',
      'DATE Friday',
      'LOC Japan',
      'DATE 1998',
      'MONEY $2 million',
      'PER Sanae Takaichi',
      'PER Takaichi',
    ]);
  });

  it('gives each entity its name in every locale that is known', () => {
    const names = Object.fromEntries(
      tag(['Claudia Sheinbaum spoke in Mexico City about the US.']).map(({ entity }) => [
        entity.id,
        entity.names,
      ]),
    );
    expect(names['Q5771800']).toMatchObject({
      es: 'Claudia Sheinbaum',
      ru: 'Клаудия Шейнбаум',
      ar: 'كلوديا شينباوم',
      'zh-Hans': '克劳迪娅·辛鲍姆',
      ja: 'クラウディア・シェインバウム',
    });
    expect(names['Q1489']).toMatchObject({
      es: 'Ciudad de México',
      de: 'Mexiko-Stadt',
      'pt-BR': 'Cidade do México',
    });
    expect(names['Q30']).toMatchObject({
      es: 'Estados Unidos',
      fr: 'États-Unis',
      vi: 'Hoa Kỳ',
      he: 'ארצות הברית',
    });
  });

  it('joins mentions of one thing to one entity under its longest form', () => {
    const people = tag(['Sheinbaum arrived. Claudia Sheinbaum spoke. President Sheinbaum left.']).map(
      ({ entity }) => entity,
    );
    expect(people.map(({ id }) => id)).toEqual(['Q5771800', 'Q5771800', 'Q5771800']);
    expect(people[0]?.name).toBe('Claudia Sheinbaum');
  });

  it('finds names in other languages by their own forms', () => {
    expect(linked(['L’ONU a reçu Vladimir Poutine à Londres.'], { sourceLocale: 'fr' })).toEqual([
      'ONU -> Q1065',
      'Vladimir Poutine -> Q7747',
      'Londres -> Q84',
    ]);
    expect(linked(['习近平在北京会见了特朗普的代表。'], { sourceLocale: 'zh-Hans' })).toEqual([
      '习近平 -> Q15031',
      '北京 -> Q956',
      '特朗普 -> local:per:特朗普',
    ]);
  });

  it('gives the stage a result that passes its schema, the same each time', async () => {
    const input = {
      source: sourceOf('summit'),
      normalize: documentOf(SUMMIT, { publishedAt: '2025-11-20' }),
    };
    const signal = new AbortController().signal;
    const first = await tagEntitiesStage.run(input, deps, signal);
    const second = await tagEntitiesStage.run(input, deps, signal);
    expect(EntityOverlay.parse(first)).toEqual(first);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  });
});
