import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GazetteerEntry } from '../../../shared/document/gazetteer-entry.ts';
import type { ActionPorts } from '../../../shared/queue/article-actions.ts';
import { findArticlesNaming, retagArticles } from '../../../shared/queue/retag-articles.ts';
import { createGazetteerStore } from '../../../shared/stores/gazetteer-store.ts';
import { readEntities } from '../../../shared/stores/output-store.ts';
import { startAllWorkers } from '../../support/all-workers.ts';
import { type Door, openDoor, sourceOf } from '../../support/pipeline.ts';
import { type RunningRedis, startRedis } from '../../support/redis.ts';

const ENTRY: GazetteerEntry = {
  id: 'Q424242',
  type: 'LOC',
  names: { en: ['Kisumu'], es: ['Puerto Kisumu'] },
};

describe('articles that name an entry', () => {
  let redis: RunningRedis;
  let workers: AsyncDisposable;
  let door: Door;
  let ports: ActionPorts;

  beforeAll(async () => {
    redis = await startRedis();
    workers = await startAllWorkers(redis.url);
    door = await openDoor(redis.url);
    ports = { client: door.client, submitter: door.submitter, now: Date.now };
  });
  afterAll(async () => {
    await door[Symbol.asyncDispose]();
    await workers[Symbol.asyncDispose]();
    await redis[Symbol.asyncDispose]();
  });

  it('are found by its id and its names, among one tenant, and made again from tagging on', async () => {
    const named = sourceOf('named', { content: 'A ship left Kisumu.' });
    const other = sourceOf('other', { content: 'A ship left Nairobi.' });
    const foreign = sourceOf('foreign', { content: 'A ship left Kisumu.', tenant: 'elsewhere' });
    for (const source of [named, other, foreign]) {
      await door.submit(source);
      await door.settled(source);
    }
    const found = await findArticlesNaming(door.client, 'default', ENTRY);
    expect(found.map(({ externalId }) => externalId)).toEqual(['named']);

    await createGazetteerStore(door.client).add('glossary', [ENTRY]);
    expect((await retagArticles(ports, found)).map(({ externalId }) => externalId)).toEqual(['named']);
    const after = await door.settled(named);
    expect(after.run).toBe(1);
    const overlay = await readEntities(door.client, named);
    expect(overlay?.entities.find(({ id }) => id === 'Q424242')?.names['es']).toBe('Puerto Kisumu');
    expect((await door.status(other)).run).toBe(0);
  });

  it('are left out while they run', async () => {
    const source = sourceOf('running', { content: 'A ship left Kisumu.' });
    await door.submit(source);
    const status = await door.settled(source);
    const [first, second] = await Promise.all([
      retagArticles(ports, [status]),
      retagArticles(ports, [status]),
    ]);
    expect(first.length + second.length).toBe(1);
    await door.settled(source);
  });
});
