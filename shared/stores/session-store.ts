import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { keys } from './keys.ts';
import type { RedisClient } from './redis.ts';

/** How long a person stays signed in, in seconds. */
export const SESSION_SECONDS = 12 * 3600;

const LOGIN_WINDOW_SECONDS = 60;

/** Someone who is signed in to a page for people. */
export const StoredSession = z.object({
  /** API key id. */
  actor: z.string(),
  tenant: z.string(),
  /** `viewer` looks; `operator` acts too. */
  role: z.enum(['viewer', 'operator']),
  /** Secret that each form sends back. */
  csrf: z.string(),
});
export type StoredSession = Readonly<z.infer<typeof StoredSession>>;

/** Opens a session; answers its secret id, which the store itself keeps only as a hash. */
export async function createSession(
  client: RedisClient,
  facts: Omit<StoredSession, 'csrf'>,
): Promise<string> {
  const id = randomBytes(32).toString('base64url');
  const session: StoredSession = { ...facts, csrf: randomBytes(24).toString('base64url') };
  await client.set(keys.session(hashOf(id)), JSON.stringify(session), 'EX', SESSION_SECONDS);
  return id;
}

/** The session of an id; undefined for one that is unknown, has ended or is older than 12 hours. */
export async function readSession(client: RedisClient, id: string): Promise<StoredSession | undefined> {
  const text = await client.get(keys.session(hashOf(id)));
  return text === null ? undefined : StoredSession.parse(JSON.parse(text));
}

/** Ends a session. */
export async function endSession(client: RedisClient, id: string): Promise<void> {
  await client.del(keys.session(hashOf(id)));
}

/** Counts a refused login from an address; answers how many there were in the current minute. */
export async function countRefusedLogin(client: RedisClient, address: string): Promise<number> {
  const key = keys.logins(hashOf(address));
  await client.set(key, 0, 'EX', LOGIN_WINDOW_SECONDS, 'NX'); // first, so that no counter lives for ever
  return client.incr(key);
}

/** Refused logins from an address in the current minute. */
export async function readRefusedLogins(client: RedisClient, address: string): Promise<number> {
  return Number((await client.get(keys.logins(hashOf(address)))) ?? 0);
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
