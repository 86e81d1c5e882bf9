import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../../../shared/gazetteer/load-gazetteer.ts';
import { buildNameIndex } from '../../../../../shared/gazetteer/name-index.ts';
import { matchGazetteer } from '../../../../../workers/tag-entities/gazetteer/match-gazetteer.ts';
import { nameTokens } from '../../../../../workers/tag-entities/name-tokens.ts';

const lines = (...rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');
const gazetteer = loadGazetteer(
  [
    {
      name: 'things.jsonl',
      text: lines(
        { id: 'local:per:zoe-lind', type: 'PER', names: { en: ['Zoë Lind'] }, short: ['Lind'] },
        { id: 'local:org:mill', type: 'ORG', names: { en: ['Mill', 'M.I.'], fr: ['le Moulin'] } },
        { id: 'local:org:mill-bank', type: 'ORG', names: { en: ['Mill Bank of Lund'] } },
        { id: 'local:org:green-house', type: 'ORG', names: { en: ['Green House'] }, exact: true },
        { id: 'local:loc:harbin-on-sea', type: 'LOC', names: { en: ['Harbin-on-Sea', 'Harbinger'] } },
      ),
    },
    {
      name: 'countries.jsonl',
      text: lines(
        { code: 'US', id: 'Q30', aliases: ['US', 'U.S.', 'America'], demonyms: ['American'] },
        { code: 'PL', id: 'Q36', demonyms: ['Polish', 'Pole'] },
        { code: 'TD', id: 'Q657', exact: true },
      ),
    },
  ],
  ['en', 'es'],
);
const index = buildNameIndex(gazetteer, 'en');
const found = (text: string): readonly string[] =>
  matchGazetteer(text, nameTokens(text, 'en'), index).map(
    ({ start, end, alias }) => `${text.slice(start, end)} -> ${alias.entry.id}`,
  );

describe('matchGazetteer', () => {
  it.each([
    [
      'ignores accents',
      'Zoe Lind and Zoë Lind',
      ['Zoe Lind -> local:per:zoe-lind', 'Zoë Lind -> local:per:zoe-lind'],
    ],
    ['ignores case where a name has several words', 'we met zoë lind', ['zoë lind -> local:per:zoe-lind']],
    ['minds case where a name has one word', 'the mill, the Mill', ['Mill -> local:org:mill']],
    [
      'minds case where the entry asks for it',
      'a green house, the Green House',
      ['Green House -> local:org:green-house'],
    ],
    ['takes the longest name', 'the Mill Bank of Lund', ['Mill Bank of Lund -> local:org:mill-bank']],
    [
      'leaves a possessive outside',
      "Mill’s owner, Zoë Lind's",
      ['Mill -> local:org:mill', 'Zoë Lind -> local:per:zoe-lind'],
    ],
    ['does not read over a possessive', 'Zoë’s Lind', ['Lind -> local:per:zoe-lind']],
    ['reads over hyphens', 'in Harbin on-Sea', ['Harbin on-Sea -> local:loc:harbin-on-sea']],
    ['takes the full stop of an abbreviation', 'the U.S. army', ['U.S. -> Q30']],
    ['tells a country from a pronoun', 'US troops told us, and the us army', ['US -> Q30', 'us -> Q30']],
    [
      'finds a place and a people in lower case',
      'an american in harbinger',
      ['american -> Q30', 'harbinger -> local:loc:harbin-on-sea'],
    ],
    ['leaves everyday words alone', 'polish the pole for chad', []],
    ['finds plurals of a people', 'Americans and Poles', ['Americans -> Q30', 'Poles -> Q36']],
    ['reads headlines in capitals', 'MILL SOLD', ['MILL -> local:org:mill']],
    ['does not find a name inside a word', 'Millstone', []],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('knows a country in every locale that is asked for', () => {
    const [us] = gazetteer.countries;
    expect(us?.entry.names['es']?.[0]).toBe('Estados Unidos');
  });
});
