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
  const sha = digestOf(script);
  const rest = [...scriptKeys, ...args];
  try {
    return await client.evalsha(sha, scriptKeys.length, ...rest);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('NOSCRIPT')) {
      return client.eval(script, scriptKeys.length, ...rest);
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
