import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Locale } from '../../../shared/document/locale.ts';
import type { TranslationMemory } from '../../../shared/memory/memory.ts';
import { memoryKeys } from '../../../shared/stores/memory-keys.ts';
import { createRedisMemory, type RedisMemoryOptions } from '../../../shared/stores/redis-memory.ts';
import { type RunningRedis, startRedis } from '../../support/redis.ts';
import { requestOf, unitOf } from '../../support/units.ts';

const en = Locale.parse('en');
const MB = 1024 * 1024;

let server: RunningRedis;
let connections: Redis[] = [];

beforeAll(async () => {
  server = await startRedis();
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

beforeEach(async () => {
  await connect().flushall();
});

afterEach(() => {
  for (const connection of connections) {
    connection.disconnect();
  }
  connections = [];
});

describe('copy of the memory’s index', () => {
  it('spares the questions for postings, and for the texts of a second turn', async () => {
    const memory = await filled({ mirrorBytes: 64 * MB });
    await best(memory, 'has the server learn the script');
    expect(await commandsOf(() => best(memory, 'one two three four nine'))).toEqual({
      evalsha: 1,
      get: 2,
      getrange: 1,
      hmget: 1,
    });
    expect(await best(memory, 'one two three four nine')).toBe('one two three four five');
  });

  it('takes up what others added in the same lookup', async () => {
    const memory = await filled({ mirrorBytes: 64 * MB });
    await createRedisMemory(connect()).add([unitOf({ source: 'eins zwei drei vier', target: 'x' })]);
    expect(await best(memory, 'eins zwei drei new')).toBe('eins zwei drei vier');
    const commands = await commandsOf(() => best(memory, 'eins zwei drei more'));
    expect(commands).not.toHaveProperty('mget');
  });

  it('is not made where it would take more than it may', async () => {
    const memory = await filled({ mirrorBytes: 1000 });
    expect(await commandsOf(() => best(memory, 'one two three four nine'))).toHaveProperty('mget');
    expect(await best(memory, 'one two three four nine')).toBe('one two three four five');
  });

  it('is left for Redis where more was added at once than a lookup takes up, and made anew', async () => {
    const memory = await filled({ mirrorBytes: 64 * MB });
    const texts = Array.from(
      { length: 2600 },
      (_, at) => `number${at} has its very own word${at} and rest${at}`,
    );
    await createRedisMemory(connect()).add(texts.map((source) => unitOf({ source, target: 'x' })));
    for (const at of [3, 1650, 2599]) {
      expect(await best(memory, `${texts[at]} indeed`)).toBe(texts[at]);
    }
    await memory.settle();
    expect(await commandsOf(() => best(memory, 'one two three four ten'))).not.toHaveProperty('mget');
    expect(await best(memory, `${texts[1650]} indeed`)).toBe(texts[1650]);
  });

  it.each(['emptied', 'filled anew with as many texts'])(
    'is not taken for that of a memory that was %s',
    async (how) => {
      const memory = await filled({ mirrorBytes: 64 * MB });
      await connect().flushall();
      if (how !== 'emptied') {
        await createRedisMemory(connect()).add([
          unitOf({ source: 'six seven eight nine ten', target: 'x' }),
          unitOf({ source: 'another text with some words', target: 'x' }),
        ]);
      }
      expect(await best(memory, 'one two three four nine')).toBeUndefined();
      expect(await best(memory, 'six seven eight nine eleven')).toBe(
        how === 'emptied' ? undefined : 'six seven eight nine ten',
      );
    },
  );

  it('is made anew once the connection was lost: the log may have lost its end', async () => {
    const memory = await filled({ mirrorBytes: 64 * MB });
    const log = memoryKeys.log(en);
    const bytes = await connect().getrangeBuffer(log, 0, -1);
    const other = createRedisMemory(connect());
    await other.add([unitOf({ source: 'lost with the end of the log', target: 'x' })]);
    await best(memory, 'one two three four nine');
    await connect().set(log, bytes);
    await server.restart();
    await other.add([unitOf({ source: 'eins zwei drei vier', target: 'x' })]);
    await expect.poll(() => best(memory, 'eins zwei drei new')).toBe('eins zwei drei vier');
  });
});

async function filled(options: RedisMemoryOptions): Promise<TranslationMemory> {
  const memory = createRedisMemory(connect(), options);
  await memory.add([
    unitOf({ source: 'one two three four five', target: 'x' }),
    unitOf({ source: 'something else altogether', target: 'y' }),
  ]);
  await memory.settle();
  return memory;
}

/** How often each command reached the server meanwhile; INFO and CONFIG apart. */
async function commandsOf(work: () => Promise<unknown>): Promise<Readonly<Record<string, number>>> {
  const client = connect();
  await client.config('RESETSTAT');
  await work();
  const info = await client.info('commandstats');
  const counts = Array.from(info.matchAll(/cmdstat_([a-z]+):calls=(\d+)/gu), ([, name, calls]) => [
    name ?? '',
    Number(calls),
  ]);
  return Object.fromEntries(counts.filter(([name]) => name !== 'info' && name !== 'config'));
}

async function best(memory: TranslationMemory, query: string): Promise<string | undefined> {
  const [matches] = await memory.lookup(requestOf([query]));
  return matches?.[0]?.source.text;
}

function connect(): Redis {
  const redis = new Redis({ path: server.socketPath });
  connections.push(redis);
  return redis;
}
