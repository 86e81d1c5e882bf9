import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOwnTypes } from '../../../config/own-types.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function readFrom(files: Readonly<Record<string, unknown>>): ReturnType<typeof readOwnTypes> {
  await using folder = await temporaryFolder();
  const types = join(folder.path, 'entity-types');
  await mkdir(types);
  for (const [name, table] of Object.entries(files)) {
    await writeFile(join(types, name), JSON.stringify(table));
  }
  return await readOwnTypes(types);
}

describe('readOwnTypes', () => {
  it('reads a kind from a file that has its code as name', async () => {
    const types = await readFrom({
      'X-LAW.json': {
        labels: { en: 'Law' },
        patterns: [{ pattern: 'Act \\d+', languages: ['en'], anyCase: true }],
      },
      'README.md': 'no kind',
    });
    expect([...types]).toEqual([
      [
        'X-LAW',
        {
          labels: { en: 'Law' },
          policy: 'name',
          wikidata: [],
          patterns: [{ pattern: 'Act \\d+', languages: ['en'], anyCase: true }],
        },
      ],
    ]);
  });

  it('reads what ships', async () => {
    expect((await readOwnTypes()).size).toBe(0);
  });

  it.each([
    [
      { 'law.json': { labels: { en: 'Law' } } },
      '"law.json" names no kind of entity; expected X- and capital',
    ],
    [{ 'X-LAW.json': { labels: { es: 'Ley' } } }, 'X-LAW.json at labels: expected a label in English'],
    [{ 'X-LAW.json': { labels: { en: 'Law' }, policy: 'shout' } }, 'X-LAW.json at policy'],
    [
      { 'X-LAW.json': { labels: { en: 'Law' }, patterns: [{ pattern: '(' }] } },
      'X-LAW.json at patterns.0.pattern: Invalid regular expression',
    ],
    [
      { 'X-LAW.json': { labels: { en: 'Law' }, patterns: [{ pattern: 'a*' }] } },
      'patterns.0.pattern: "a*" fits no characters at all',
    ],
    [
      { 'X-LAW.json': { labels: { en: 'Law' }, wikidata: ['law'] } },
      'expected a Wikidata class such as Q820655',
    ],
  ])('refuses %j', async (files, sentence) => {
    await expect(readFrom(files)).rejects.toThrow(sentence);
  });
});
