import { z } from 'zod';
import { Locale } from '../../../shared/document/locale.ts';
import { Review } from '../../../shared/document/rendition.ts';
import type { TranslationUnit } from '../../../shared/memory/translation-unit.ts';
import { articleIdOf } from '../../../shared/stores/article-identity.ts';
import { appendAudit } from '../../../shared/stores/audit-log.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import type { Principal } from '../auth.ts';
import { GivenText } from '../coded-of.ts';
import { filingIn } from '../filing-in.ts';
import { jsonOf, PROBLEMS } from '../schemas.ts';

const MAX_UNITS = 500;

const OfferedUnit = z.strictObject({
  sourceLocale: Locale,
  locale: Locale,
  source: GivenText,
  target: GivenText,
  contextBefore: z.string().optional().describe('The sentence before it'),
  contextAfter: z.string().optional().describe('The sentence after it'),
  key: z.string().min(1).optional(),
  memory: z.string().optional().describe('Absent: the first one that may be written to'),
  review: Review.exclude(['empty', 'rejected']).default('translated'),
  article: z.string().min(1).max(400).optional().describe('Id of the article that it was approved in'),
  version: z.int().min(1).optional(),
});
const UnitsBody = z.strictObject({ units: z.array(OfferedUnit).min(1).max(MAX_UNITS) });
const Ledger = z.object({
  created: z.int(),
  merged: z.int(),
  kept: z.int(),
  refused: z.array(z.object({ index: z.int(), reason: z.string() })).readonly(),
});

/** `POST /v1/memory/units`: files translations that people made; the next lookup finds them. */
export function memoryUnitsRoute(
  app: Api,
  { memory, memorySettings, client, now }: Pick<ApiDeps, 'memory' | 'memorySettings' | 'client' | 'now'>,
): void {
  app.post(
    '/v1/memory/units',
    {
      config: { access: ['tm:write'] },
      schema: {
        operationId: 'addUnits',
        summary: 'File translations of sentences',
        description:
          'Who filed them and when is kept with each. A unit replaces the one with the same text, locale, place and memory unless that one was approved, or reviewed, and this one was not.',
        tags: ['memory'],
        body: UnitsBody,
        response: { 200: jsonOf('What became of the units', Ledger), ...PROBLEMS },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      const { units } = request.body;
      const at = new Date(now()).toISOString();
      const filing = filingIn(memory, memorySettings, principal.tenant);
      const ledger = await filing.add(units.map((unit) => unitOf(unit, principal, at)));
      await appendAudit(client, {
        at: now(),
        actor: principal.keyId,
        action: 'memory-add',
        target: `${principal.tenant}/${units[0]?.article ?? '(no article)'}`,
        detail: `${ledger.created} created, ${ledger.merged} merged, ${ledger.kept} kept, ${ledger.refused.length} refused`,
      });
      return ledger;
    },
  );
}

function unitOf(
  { review, article, version, ...rest }: z.infer<typeof OfferedUnit>,
  { keyId, tenant }: Principal,
  changedAt: string,
): TranslationUnit {
  return {
    ...rest,
    provenance: {
      origin: 'human',
      review,
      changedAt,
      changedBy: keyId,
      ...(article === undefined ? {} : { articleId: articleIdOf(tenant, article) }),
      ...(version === undefined ? {} : { version }),
    },
  };
}
