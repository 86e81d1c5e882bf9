import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readShippedEntries } from '../../../config/shipped-entries.ts';
import { createEntryDirectory } from '../../../shared/stores/entry-directory.ts';
import { createGazetteerStore } from '../../../shared/stores/gazetteer-store.ts';
import { closeRedis, openRedis, type RedisClient } from '../../../shared/stores/redis.ts';
import { type RunningRedis, startRedis } from '../../support/redis.ts';

describe('the directory of entries', () => {
  let redis: RunningRedis;
  let client: RedisClient;

  beforeAll(async () => {
    redis = await startRedis();
    client = await openRedis(redis.url, { role: 'worker' });
    const store = createGazetteerStore(client);
    await store.add('gazetteer', [
      { id: 'local:org:lakeview-tigers', type: 'ORG', names: { en: ['Lakeview Tigers'] } },
      { id: 'Q90', type: 'LOC', names: { en: ['Paris', 'City of Light'] } },
    ]);
    await store.add('glossary', [{ id: 'Q90', type: 'LOC', names: { nl: ['Parijs'] } }]);
  });
  afterAll(async () => {
    await closeRedis(client);
    await redis[Symbol.asyncDispose]();
  });

  it('joins what ships with what the lists say of an id', async () => {
    const { find } = createEntryDirectory(client, readShippedEntries);
    const paris = await find('Q90');
    expect(paris?.names).toMatchObject({ en: ['Paris', 'City of Light'], nl: ['Parijs'] });
    expect(paris?.names['ru']?.[0]).toBe('Париж');
    expect(await find('Q0')).toBeUndefined();
  });

  it('finds names of any language, in any case and without accents, the best first, each entry once', async () => {
    const { search } = createEntryDirectory(client, readShippedEntries);
    const ids = async (text: string): Promise<readonly string[]> =>
      (await search(text, 5)).entries.map(({ id }) => id);
    expect((await ids('PARIS'))[0]).toBe('Q90');
    expect((await ids('париж'))[0]).toBe('Q90');
    expect((await ids('city of light'))[0]).toBe('Q90');
    expect(await ids('tigers')).toContain('local:org:lakeview-tigers');
    expect((await ids('mexico'))[0]).toBe('Q96');
    expect((await ids('México'))[0]).toBe('Q96');
    expect(await ids('q96')).toEqual(['Q96']);
    expect(await ids('   ')).toEqual([]);
    expect(new Set(await ids('paris')).size).toBe((await ids('paris')).length);
  });

  it('tells which list has an id, the highest first', async () => {
    const lists = await createGazetteerStore(client).listsOf(['Q90', 'local:org:lakeview-tigers', 'Q1']);
    expect([...lists]).toEqual([
      ['Q90', 'glossary'],
      ['local:org:lakeview-tigers', 'gazetteer'],
    ]);
    expect(await createGazetteerStore(client).listsOf([])).toEqual(new Map());
  });
});
