import { describe, expect, it } from 'vitest';
import type { EntityOverlay } from '../../../../../shared/document/entity-mention.ts';
import type { GazetteerEntry } from '../../../../../shared/document/gazetteer-entry.ts';
import { type OwnTypes, OwnTypeTable } from '../../../../../shared/document/own-types.ts';
import { createTagEntitiesDeps } from '../../../../../workers/tag-entities/deps.ts';
import { patternFinder } from '../../../../../workers/tag-entities/own-types/recognize-patterns.ts';
import { tagEntities } from '../../../../../workers/tag-entities/tag-entities.ts';
import { documentOf } from '../../../../support/builders.ts';
import { deps } from '../tagged.ts';

const LAW: OwnTypes = new Map([
  [
    'X-LAW',
    OwnTypeTable.parse({
      labels: { en: 'Law' },
      policy: 'keep',
      patterns: [
        { pattern: 'Regulation \\(EU\\) \\d{4}/\\d+' },
        { pattern: '(?!The )\\p{Lu}\\w+(?: \\p{Lu}\\w+)* Act(?: \\d{4})?', languages: ['en'] },
        { pattern: 'rule [a-z]\\d', anyCase: true },
      ],
    }),
  ],
]);

function tagWith(types: OwnTypes, paragraphs: readonly string[], sourceLocale = 'en'): EntityOverlay {
  const findPatterns = patternFinder(types, 200);
  return tagEntities(documentOf(paragraphs, { sourceLocale }), { ...deps, findPatterns });
}

function lawsIn({ entities, mentions }: EntityOverlay): readonly string[] {
  const own = new Set(entities.filter(({ type }) => type.startsWith('X-')).map(({ id }) => id));
  return mentions.flatMap(({ text, entityId }) => (own.has(entityId) ? [`${text} ${entityId}`] : []));
}

describe('patterns of a kind of the customer’s own', () => {
  it('are found before whatever else is read in their words, and are one thing each', () => {
    const found = tagWith(LAW, [
      'Under Regulation (EU) 2024/1689 France may wait. The Clean Harbours Act 2019 says nothing of it.',
      'Regulation (EU) 2024/1689 is in force since May 3.',
    ]);
    expect(lawsIn(found)).toEqual([
      'Regulation (EU) 2024/1689 local:x-law:regulation-eu-2024-1689',
      'Clean Harbours Act 2019 local:x-law:clean-harbours-act-2019',
      'Regulation (EU) 2024/1689 local:x-law:regulation-eu-2024-1689',
    ]);
    const law = found.entities.find(({ type }) => type === 'X-LAW');
    expect(law?.evidence).toEqual(['Pattern 1 of X-LAW']);
  });

  it('hold for the languages that they name, in any case where they say so', () => {
    expect(lawsIn(tagWith(LAW, ['RULE B7 and the Harbour Act.'], 'de'))).toEqual([
      'RULE B7 local:x-law:rule-b7',
    ]);
  });

  it('find nothing inside words, but between words of scripts without spaces', () => {
    const types: OwnTypes = new Map([
      ['X-SHIP', OwnTypeTable.parse({ labels: { en: 'Ship' }, patterns: [{ pattern: 'Dawn|黎明号' }] })],
    ]);
    const ships = (text: string, locale: string): number => lawsIn(tagWith(types, [text], locale)).length;
    expect(ships('The Dawn left at Dawning with preDawn, Dawn.', 'en')).toBe(2);
    expect(ships('昨天黎明号抵达港口。', 'zh-Hans')).toBe(1);
  });

  it('are left out with a note where they go round in circles, and all else is found', () => {
    const types: OwnTypes = new Map([
      ['X-BAD', OwnTypeTable.parse({ labels: { en: 'Bad' }, patterns: [{ pattern: '(?:\\w+\\s?)+!' }] })],
      ...LAW,
    ]);
    const text = `${'endless words without a mark '.repeat(20)}under Regulation (EU) 2024/1689`;
    const found = tagWith(types, [text]);
    expect(lawsIn(found)).toHaveLength(1);
    expect(found.diagnostics).toEqual([
      expect.objectContaining({
        code: 'pattern-too-slow',
        message: expect.stringContaining('Pattern 1 of X-BAD'),
      }),
    ]);
  });
});

describe('a kind of the customer’s own on an imported list', () => {
  const entry: GazetteerEntry = {
    id: 'local:x-law:clean-harbours-act-2019',
    type: 'X-LAW',
    names: { en: ['Clean Harbours Act 2019', 'Harbours Act'], es: ['Ley de Puertos Limpios de 2019'] },
  };
  const lists = {
    version: async () => 1,
    find: async () => [entry],
    async *pages(list: string) {
      if (list === 'gazetteer') {
        yield [JSON.stringify(entry)];
      }
    },
  };

  it('is linked and named like any other, also where a pattern found it', async () => {
    const own = await createTagEntitiesDeps(undefined, { lists, ownTypes: LAW });
    await own.refresh();
    const found = tagEntities(
      documentOf(['The Clean Harbours Act 2019 is old. Few read the Harbours Act, fewer the Clean Air Act.']),
      own,
    );
    expect(lawsIn(found)).toEqual([
      'Clean Harbours Act 2019 local:x-law:clean-harbours-act-2019',
      'Harbours Act local:x-law:clean-harbours-act-2019',
      'Clean Air Act local:x-law:clean-air-act',
    ]);
    expect(found.entities.find(({ id }) => id === entry.id)?.names['es']).toBe('Clean Harbours Act 2019');
  });
});
