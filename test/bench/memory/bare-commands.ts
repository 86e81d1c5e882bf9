import type { TranslationMemory } from '../../../shared/memory/memory.ts';
import type { RedisClient } from '../../../shared/stores/redis.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import { type Cost, costOf } from './ask.ts';
import type { Bench } from './measure.ts';

type Pipeline = ReturnType<RedisClient['pipeline']>;
type Command = readonly [name: string, args: readonly unknown[]];

/**
 * What `work` with a memory costs where ioredis alone sends the same commands in the same turns and
 * nothing is done with the answers: the floor below which a lookup cannot get with this client.
 */
export async function bareCosts(
  { client, options }: Pick<Bench, 'client' | 'options'>,
  work: (memory: TranslationMemory) => Promise<void>,
  rounds: number,
): Promise<readonly Cost[]> {
  const turns: Command[][] = [];
  const memory = createRedisMemory(recordTurns(client, turns), options);
  await memory.settle();
  turns.length = 0;
  await work(memory);
  await replay(client, turns); // warm
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) {
    costs.push(await costOf(client, async () => replay(client, turns)));
  }
  return costs;
}

/** A client that notes the pipelines it sends. */
function recordTurns(client: RedisClient, turns: Command[][]): RedisClient {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name === 'pipeline') {
        return () => {
          const turn: Command[] = [];
          turns.push(turn);
          return recordCommands(target.pipeline(), turn);
        };
      }
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function recordCommands(pipeline: Pipeline, turn: Command[]): Pipeline {
  return new Proxy(pipeline, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || name === 'exec' || typeof name !== 'string') {
        return typeof value === 'function' ? value.bind(target) : value;
      }
      return (...args: readonly unknown[]): unknown => {
        turn.push([name, args]);
        return Reflect.apply(value, target, args);
      };
    },
  });
}

/** Sends each turn when the one before was answered. */
async function replay(client: RedisClient, turns: readonly (readonly Command[])[]): Promise<void> {
  for (const turn of turns) {
    const pipeline = client.pipeline();
    for (const [name, args] of turn) {
      const add: unknown = Reflect.get(pipeline, name);
      if (typeof add === 'function') {
        Reflect.apply(add, pipeline, args);
      }
    }
    await pipeline.exec();
  }
}
