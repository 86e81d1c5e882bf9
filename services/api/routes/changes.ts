import { z } from 'zod';
import { ArticleId } from '../../../shared/document/article.ts';
import { type FeedEntry, readChanges } from '../../../shared/stores/change-feed.ts';
import { keys } from '../../../shared/stores/keys.ts';
import type { RedisClient } from '../../../shared/stores/redis.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { type Change, ChangePage, jsonOf, PROBLEMS } from '../schemas.ts';

const ChangesQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}-\d{1,10}$/u, 'expected "next" of an earlier page')
    .optional()
    .describe('`next` of the page before; absent: from the start of the feed'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** Entries of the feed that one call looks at: other tenants' are left out. */
const MAX_SCANNED = 5000;

/** `GET /v1/changes`: what happened to the tenant's articles, oldest first, by cursor. */
export function changesRoute(app: Api, { client }: Pick<ApiDeps, 'client'>): void {
  app.get(
    '/v1/changes',
    {
      config: { access: ['outputs:read'] },
      schema: {
        operationId: 'listChanges',
        summary: 'Follow what became ready, was withheld, released or deleted',
        description: 'Ask again with `after=next`; an empty page means that nothing happened since.',
        tags: ['outputs'],
        querystring: ChangesQuery,
        response: { 200: jsonOf('A page of the feed', ChangePage), ...PROBLEMS },
      },
    },
    async (request) => readTenantChanges(client, principalOf(request).tenant, request.query),
  );
}

async function readTenantChanges(
  client: RedisClient,
  tenant: string,
  { after, limit }: z.output<typeof ChangesQuery>,
): Promise<ChangePage> {
  const items: Change[] = [];
  let next = after ?? '0-0';
  for (let scanned = 0; scanned < MAX_SCANNED && items.length < limit; ) {
    const entries = await readChanges(client, { after: next, limit });
    const owners = await ownersOf(client, entries);
    for (const entry of entries) {
      if (items.length === limit) {
        break;
      }
      next = entry.cursor;
      const owner = owners.get(entry.articleId);
      if (owner?.tenant === tenant) {
        items.push({ ...entry, externalId: owner.externalId });
      }
    }
    scanned += entries.length;
    if (entries.length < limit) {
      break;
    }
  }
  return { items, next };
}

interface Owner {
  readonly tenant: string;
  readonly externalId: string;
}

/** Whose article an entry is about; articles that retention has removed are left out. */
async function ownersOf(
  client: RedisClient,
  entries: readonly FeedEntry[],
): Promise<ReadonlyMap<string, Owner>> {
  const ids = [...new Set(entries.map(({ articleId }) => articleId))];
  const found = await Promise.all(
    ids.map(async (id) => client.hmget(keys.article(ArticleId.parse(id)), 'tenant', 'externalId')),
  );
  return new Map(
    ids.flatMap((id, index) => {
      const [tenant, externalId] = found[index] ?? [];
      return typeof tenant === 'string' && typeof externalId === 'string'
        ? [[id, { tenant, externalId }] as const]
        : [];
    }),
  );
}
