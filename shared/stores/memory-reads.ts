import type { Locale } from '../document/locale.ts';
import type { RedisClient } from './redis.ts';
import { type ScriptArgument, tryDigestFirst } from './run-script.ts';

/**
 * Reads of the translation memory. What is asked for in one turn of a source locale's lookups reaches
 * the server in one piece and is answered in one: with short commands most of the time goes into
 * sending, not into what they do.
 */
export interface MemoryReads {
  /** The values of `keys`, in their order. */
  get(sourceLocale: Locale, keys: readonly string[]): Promise<readonly (Buffer | null)[]>;
  /** Bytes `from` to `end` of a value, `end` not among them. */
  slice(sourceLocale: Locale, key: string, range: readonly [from: number, end: number]): Promise<Buffer>;
  /** What a script returns, with text as strings. */
  run(
    sourceLocale: Locale,
    script: string,
    keys: readonly string[],
    args: readonly ScriptArgument[],
  ): Promise<unknown>;
}

type Pipeline = ReturnType<RedisClient['pipeline']>;

interface Waiting {
  readonly add: (pipeline: Pipeline) => void;
  readonly resolve: (reply: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Reads from `client`. The keys of one source locale are on one node of a Cluster, so they may be asked for together. */
export function createMemoryReads(client: RedisClient): MemoryReads {
  const turns = new Map<Locale, Waiting[]>();

  async function ask(sourceLocale: Locale, add: Waiting['add']): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const turn = turns.get(sourceLocale);
      if (turn !== undefined) {
        turn.push({ add, resolve, reject });
        return;
      }
      const begun: Waiting[] = [{ add, resolve, reject }];
      turns.set(sourceLocale, begun);
      queueMicrotask(() =>
        process.nextTick(() => {
          // once nothing else is ready to run
          turns.delete(sourceLocale);
          void send(client, begun);
        }),
      );
    });
  }

  return {
    async get(sourceLocale, keys) {
      const reply = await ask(sourceLocale, (pipeline) => pipeline.mgetBuffer(...keys));
      return isBuffers(reply) ? reply : [];
    },
    async slice(sourceLocale, key, [from, end]) {
      const reply = await ask(sourceLocale, (pipeline) => pipeline.getrangeBuffer(key, from, end - 1));
      return Buffer.isBuffer(reply) ? reply : Buffer.alloc(0);
    },
    run: async (sourceLocale, script, keys, args) =>
      tryDigestFirst(script, async (command, body) =>
        ask(sourceLocale, (pipeline) => pipeline.call(command, body, keys.length, ...keys, ...args)),
      ),
  };
}

function isBuffers(reply: unknown): reply is (Buffer | null)[] {
  return Array.isArray(reply) && reply.every((item) => item === null || Buffer.isBuffer(item));
}

async function send(client: RedisClient, turn: readonly Waiting[]): Promise<void> {
  try {
    const pipeline = client.pipeline();
    for (const { add } of turn) {
      add(pipeline);
    }
    const replies = (await pipeline.exec()) ?? [];
    for (const [at, { resolve, reject }] of turn.entries()) {
      const [error, reply] = replies[at] ?? [new Error('the pipeline was not answered')];
      if (error === null) {
        resolve(reply);
      } else {
        reject(error);
      }
    }
  } catch (error) {
    for (const { reject } of turn) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
