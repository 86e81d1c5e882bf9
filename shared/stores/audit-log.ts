import { z } from 'zod';
import { keys } from './keys.ts';
import type { RedisClient } from './redis.ts';

/** One thing a person or a key did. */
export const AuditEntry = z.object({
  /** Milliseconds since the epoch. */
  at: z.int(),
  /** API key id. */
  actor: z.string(),
  /** Such as `retry`, `kill`, `memory-import`. */
  action: z.string(),
  /** What it was done to. */
  target: z.string(),
  detail: z.string().optional(),
});
export type AuditEntry = Readonly<z.infer<typeof AuditEntry>>;

/** Appends an entry; the log is capped at about 100,000. */
export async function appendAudit(client: RedisClient, entry: AuditEntry): Promise<void> {
  await client.xadd(keys.audit(), 'MAXLEN', '~', 100_000, '*', 'entry', JSON.stringify(entry));
}

/** The newest `limit` entries, newest first. */
export async function readAudit(client: RedisClient, limit: number): Promise<readonly AuditEntry[]> {
  const entries = await client.xrevrange(keys.audit(), '+', '-', 'COUNT', limit);
  return entries.map(([, fields]) => AuditEntry.parse(JSON.parse(fields[1] ?? '{}')));
}
