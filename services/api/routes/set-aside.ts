import { z } from 'zod';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { MAIN_MEMORY, servesTenant } from '../../../shared/memory/memory-settings.ts';
import { TranslationUnit } from '../../../shared/memory/translation-unit.ts';
import { requireWritable } from '../../../shared/stores/decide-finding.ts';
import { type AsideUnit, listAside, readAside, serveAgain } from '../../../shared/stores/memory-aside.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { auditTrail } from '../audit-trail.ts';
import { jsonOf, PROBLEMS } from '../schemas.ts';

const ListQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(100) });
const UnitParams = z.object({ unitId: z.string().min(1).max(200) });
const SetAsideUnit = z.object({
  unitId: z.string(),
  ...TranslationUnit.shape,
  memory: z.string(),
  by: z.string(),
  /** ISO 8601. */
  at: z.string(),
});
const SetAsideList = z.object({ units: z.array(SetAsideUnit).readonly() });

/** `GET /v1/memory/set-aside`, and `DELETE` of a unit in it, which serves it again. */
export function setAsideRoutes(
  app: Api,
  { client, memorySettings, now }: Pick<ApiDeps, 'client' | 'memorySettings' | 'now'>,
): void {
  const { memories } = memorySettings;
  const audit = auditTrail({ client, now });
  app.get(
    '/v1/memory/set-aside',
    {
      config: { access: ['tm:write', 'ops:read'] },
      schema: {
        operationId: 'listSetAside',
        summary: 'Units that were taken out of the memory and are kept beside it',
        tags: ['memory'],
        querystring: ListQuery,
        response: { 200: jsonOf('The units, in no order', SetAsideList), ...PROBLEMS },
      },
    },
    async (request) => {
      const { tenant } = principalOf(request);
      const own = new Set(memories.filter((each) => servesTenant(each, tenant)).map(({ name }) => name));
      const units: z.infer<typeof SetAsideUnit>[] = [];
      for await (const unit of listAside(client)) {
        if (own.has(memoryOf(unit)) && units.push(listedUnit(unit)) >= request.query.limit) {
          break;
        }
      }
      return { units };
    },
  );
  app.delete(
    '/v1/memory/set-aside/:unitId',
    {
      config: { access: ['tm:write'] },
      schema: {
        operationId: 'serveUnitAgain',
        summary: 'Put a unit that was set aside back into the memory, as it was',
        tags: ['memory'],
        params: UnitParams,
        response: { 200: jsonOf('The unit, which serves again', SetAsideUnit), ...PROBLEMS },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      const { unitId } = request.params;
      const unit = (await readAside(client, [unitId])).get(unitId);
      const memory = unit === undefined ? undefined : memoryOf(unit);
      const isOwn = memories.some((each) => each.name === memory && servesTenant(each, principal.tenant));
      if (unit === undefined || memory === undefined || !isOwn) {
        throw new PipelineError('NOT_FOUND', `No unit "${unitId}" is set aside`);
      }
      requireWritable(memorySettings, principal, { memory });
      await serveAgain(client, unitId);
      await audit(principal, { action: 'memory-serve-again', target: unitId });
      return listedUnit(unit);
    },
  );
}

function memoryOf({ stored: { unit } }: AsideUnit): string {
  return unit.memory ?? MAIN_MEMORY;
}

function listedUnit(aside: AsideUnit): z.infer<typeof SetAsideUnit> {
  const { stored, by, at } = aside;
  return {
    unitId: stored.unitId,
    ...stored.unit,
    memory: memoryOf(aside),
    by,
    at: new Date(at).toISOString(),
  };
}
