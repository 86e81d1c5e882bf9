import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { Scope } from '../api/scopes.ts';
import { keys } from './keys.ts';
import type { RedisClient } from './redis.ts';

/** An API key as people see it: everything but the secret. */
export const ApiKey = z.object({
  /** Second part of the key: `pw_<id>_<secret>`. */
  id: z.string(),
  tenant: z.string(),
  scopes: z.array(Scope).readonly(),
  /** What the key is for, in its owner's words. */
  name: z.string().optional(),
  /** Milliseconds since the epoch. */
  createdAt: z.int(),
  /** Id of the key that made it. */
  createdBy: z.string(),
});
export type ApiKey = Readonly<z.infer<typeof ApiKey>>;

/** SHA-256 of the whole key, hex. The secret has 256 random bits: a slow hash would add nothing. */
const StoredKey = ApiKey.extend({ hash: z.string() });

const KEY_FORM = /^pw_(?<id>[0-9a-f]{16})_[\w-]{20,}$/u;

/**
 * Makes a key. The secret is in the answer and nowhere else: only its hash is kept.
 */
export async function createApiKey(
  client: RedisClient,
  facts: Omit<ApiKey, 'id'>,
): Promise<{ readonly apiKey: ApiKey; readonly secret: string }> {
  const apiKey: ApiKey = { id: randomBytes(8).toString('hex'), ...facts };
  const secret = `pw_${apiKey.id}_${randomBytes(32).toString('base64url')}`;
  const stored = { ...apiKey, hash: digestOf(secret).toString('hex') };
  await client.hset(keys.apiKeys(), apiKey.id, JSON.stringify(stored));
  return { apiKey, secret };
}

/** The key that `presented` is; undefined where it is none, or was revoked. Compares in constant time. */
export async function findApiKey(client: RedisClient, presented: string): Promise<ApiKey | undefined> {
  const id = KEY_FORM.exec(presented)?.groups?.['id'];
  const text = id === undefined ? null : await client.hget(keys.apiKeys(), id);
  if (text === null) {
    return undefined;
  }
  const { hash, ...apiKey } = StoredKey.parse(JSON.parse(text));
  return timingSafeEqual(digestOf(presented), Buffer.from(hash, 'hex')) ? apiKey : undefined;
}

/** A tenant's keys, oldest first. */
export async function listApiKeys(client: RedisClient, tenant: string): Promise<readonly ApiKey[]> {
  const stored = await client.hvals(keys.apiKeys());
  return stored
    .map((text) => ApiKey.parse(JSON.parse(text)))
    .filter((apiKey) => apiKey.tenant === tenant)
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** Revokes a key at once, of `tenant` alone where one is given; tells whether there was one. */
export async function revokeApiKey(
  client: RedisClient,
  id: string,
  tenant: string | undefined,
): Promise<boolean> {
  const text = await client.hget(keys.apiKeys(), id);
  if (text === null || (tenant !== undefined && ApiKey.parse(JSON.parse(text)).tenant !== tenant)) {
    return false;
  }
  return (await client.hdel(keys.apiKeys(), id)) === 1;
}

/** Tells in constant time whether two secrets are the same, whatever their lengths. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(digestOf(a), digestOf(b));
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
