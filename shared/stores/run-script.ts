import { createHash } from 'node:crypto';
import type { RedisClient } from './redis.ts';

export type ScriptArgument = string | number | Buffer;

/**
 * Runs a Lua script by its digest, and with its text where the server does not know it yet (after
 * a restart, or on another node).
 */
export async function runScript(
  client: RedisClient,
  script: string,
  scriptKeys: readonly string[],
  args: readonly ScriptArgument[],
): Promise<unknown> {
  return tryDigestFirst(script, async (command, body) =>
    client.call(command, body, scriptKeys.length, ...scriptKeys, ...args),
  );
}

/** As `runScript`, for a script that returns a list: bytes, or undefined for what is not there. */
export async function runScriptForBuffers(
  client: RedisClient,
  script: string,
  scriptKeys: readonly string[],
  args: readonly ScriptArgument[],
): Promise<readonly (Buffer | undefined)[]> {
  const reply = await tryDigestFirst(script, async (command, body) =>
    client.callBuffer(command, body, scriptKeys.length, ...scriptKeys, ...args),
  );
  return Array.isArray(reply) ? reply.map((item: unknown) => (Buffer.isBuffer(item) ? item : undefined)) : [];
}

/** Has `run` run a script by its digest, and with its text where the server does not know that. */
export async function tryDigestFirst(
  script: string,
  run: (command: 'evalsha' | 'eval', body: string) => Promise<unknown>,
): Promise<unknown> {
  try {
    return await run('evalsha', digestOf(script));
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('NOSCRIPT')) {
      return run('eval', script);
    }
    throw error;
  }
}

const digests = new Map<string, string>();

function digestOf(script: string): string {
  const known = digests.get(script);
  if (known !== undefined) {
    return known;
  }
  const digest = createHash('sha1').update(script).digest('hex');
  digests.set(script, digest);
  return digest;
}
