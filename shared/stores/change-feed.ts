import { z } from 'zod';
import { keys } from './keys.ts';
import type { RedisClient } from './redis.ts';

/** What happened to an article, for those who pull its outputs. */
export const ChangeEvent = z.object({
  type: z.enum(['ready', 'closed', 'withheld', 'released', 'deleted']),
  articleId: z.string(),
  externalId: z.string().optional(),
  version: z.int(),
  /** Set where only one locale changed. */
  locale: z.string().optional(),
  /** State that a closed version ended in. */
  state: z.string().optional(),
  /** Milliseconds since the epoch. */
  at: z.int(),
});
export type ChangeEvent = Readonly<z.infer<typeof ChangeEvent>>;

/** An event with the cursor after which the next page starts. */
export type FeedEntry = ChangeEvent & { readonly cursor: string };

/** The form in which scripts append an event. */
export function changeEvent(event: ChangeEvent): string {
  return JSON.stringify(event);
}

/** At most `limit` events after `cursor`, oldest first; from the start of the feed without one. */
export async function readChanges(
  client: RedisClient,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly FeedEntry[]> {
  const entries = await client.xrange(
    keys.changes(),
    after === undefined ? '-' : `(${after}`,
    '+',
    'COUNT',
    limit,
  );
  return entries.map(([cursor, fields]) => ({
    ...ChangeEvent.parse(JSON.parse(fields[1] ?? '{}')),
    cursor,
  }));
}
