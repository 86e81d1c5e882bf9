import { z } from 'zod';
import { Locale } from '../../../shared/document/locale.ts';
import { Origin } from '../../../shared/document/rendition.ts';
import { Span } from '../../../shared/document/span.ts';
import { ConcordanceMode } from '../../../shared/memory/concordance.ts';
import { MAIN_MEMORY } from '../../../shared/memory/memory-settings.ts';
import { TranslationUnit } from '../../../shared/memory/translation-unit.ts';
import { findByRegex } from '../../../shared/process/find-by-regex.ts';
import { articleIdOf } from '../../../shared/stores/article-identity.ts';
import type { ConcordanceHit } from '../../../shared/stores/memory-concordance.ts';
import { searchMemory } from '../../../shared/stores/search-memory.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { jsonOf, PROBLEMS } from '../schemas.ts';

const MAX_QUERY = 500;

const ConcordanceQuery = z.strictObject({
  q: z.string().min(1).max(MAX_QUERY).describe('Words, a phrase, or a regular expression'),
  mode: ConcordanceMode.default('words').describe(
    '`words`: all of them, in any order, "translat*" for every word that begins so; `phrase`: one after the other; `regex`: case-insensitive, with a second to be found in',
  ),
  side: z.enum(['source', 'target']).default('source'),
  sourceLocale: Locale.optional(),
  locale: Locale.optional().describe('Target locale'),
  origin: Origin.optional(),
  article: z.string().optional().describe('Id of the article that the translation was approved in'),
  memory: z.string().optional(),
  since: z.iso.date().optional().describe('Changed on this day or after it (UTC)'),
  until: z.iso.date().optional().describe('Changed before this day (UTC)'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional().describe('`next` of the answer before'),
});

const Hit = z.object({
  unitId: z.string(),
  ...TranslationUnit.shape,
  memory: z.string(),
  /** Where the query stands in the text of the side that was searched. */
  spans: z.array(Span).readonly(),
});
const ConcordanceAnswer = z.object({
  hits: z.array(Hit).readonly(),
  /** Where to go on; absent: everything was searched. */
  next: z.string().optional(),
  /** Share of the memory that was searched so far, 0..1. */
  searched: z.number(),
});

/** `GET /v1/memory/concordance`: where words stand in the memory, and how they were translated. */
export function concordanceRoute(
  app: Api,
  { client, memorySettings }: Pick<ApiDeps, 'client' | 'memorySettings'>,
): void {
  app.get(
    '/v1/memory/concordance',
    {
      config: { access: ['tm:write', 'outputs:read', 'ops:read'] },
      schema: {
        operationId: 'searchMemory',
        summary: 'Search the texts of the memory',
        description:
          'Answers after some seconds at the latest, with what was found so far and where to go on. Hits come in the order in which the memory was filled, those of one text together, so that there may be some more than the limit.',
        tags: ['memory'],
        querystring: ConcordanceQuery,
        response: { 200: jsonOf('Hits', ConcordanceAnswer), ...PROBLEMS },
      },
    },
    async (request) => {
      const { tenant } = principalOf(request);
      const { q, mode, sourceLocale, limit, cursor, article, since, until, ...filter } = request.query;
      const ports = { client, settings: memorySettings, findByRegex };
      const answer = await searchMemory(ports, {
        text: q,
        mode,
        sourceLocale,
        tenant,
        limit,
        cursor,
        filter: {
          ...filter,
          articleId: article === undefined ? undefined : articleIdOf(tenant, article),
          since: since === undefined ? undefined : Date.parse(since),
          until: until === undefined ? undefined : Date.parse(until),
        },
      });
      return { ...answer, hits: answer.hits.map(hitOf) };
    },
  );
}

function hitOf({ stored: { unitId, unit }, spans }: ConcordanceHit): z.infer<typeof Hit> {
  return { unitId, ...unit, memory: unit.memory ?? MAIN_MEMORY, spans };
}
