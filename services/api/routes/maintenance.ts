import { z } from 'zod';
import { MaintenanceList, MaintenanceReport, MaintenanceRequest } from '../../../shared/api/maintenance.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { servesTenant } from '../../../shared/memory/memory-settings.ts';
import { queueMaintenance } from '../../../shared/queue/maintenance-queue.ts';
import { createMaintenanceStore } from '../../../shared/stores/maintenance-store.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { auditTrail } from '../audit-trail.ts';
import { invalid } from '../invalid.ts';
import { jsonOf, PROBLEMS } from '../schemas.ts';

const ListQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(20) });
export const RunParams = z.object({ id: z.string().min(1).max(100) });

/** `POST /v1/memory/maintenance`, `GET` of the runs and of one, and `POST` of its end. */
export function maintenanceRoutes(
  app: Api,
  { client, memorySettings, now }: Pick<ApiDeps, 'client' | 'memorySettings' | 'now'>,
): void {
  const store = createMaintenanceStore(client);
  const audit = auditTrail({ client, now });
  app.post(
    '/v1/memory/maintenance',
    {
      config: { access: ['tm:write'] },
      schema: {
        operationId: 'startMaintenance',
        summary: 'Have the memory looked through for what should be tidied',
        description:
          'A job of a worker of its own; nothing is changed by it. Duplicates, contradictions, numbers, addresses and codes that a target lacks, targets that are their source, and passages left in the source language become lists to decide about.',
        tags: ['memory'],
        body: MaintenanceRequest,
        response: { 202: jsonOf('The run, which waits', MaintenanceReport), ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const { tenant, keyId } = principal;
      const { memory } = request.body;
      const own = memorySettings.memories.filter((setting) => servesTenant(setting, tenant));
      if (memory !== undefined && !own.some(({ name }) => name === memory)) {
        const names = own.map(({ name }) => name).join(', ');
        throw invalid('/memory', `"${memory}" is not a memory that serves you; expected one of ${names}`);
      }
      const run = await queueMaintenance(client, {
        request: request.body,
        tenant,
        by: keyId,
        now: now(),
        trace: request.traceparent,
      });
      await audit(principal, { action: 'memory-maintenance', target: run.id, detail: run.kinds.join(', ') });
      return reply
        .code(202)
        .header('location', `/v1/memory/maintenance/${run.id}`)
        .send({ ...run, counts: [] });
    },
  );
  app.get(
    '/v1/memory/maintenance',
    {
      config: { access: ['tm:write', 'ops:read'] },
      schema: {
        operationId: 'listMaintenance',
        summary: 'The newest runs, with how much each has found',
        tags: ['memory'],
        querystring: ListQuery,
        response: { 200: jsonOf('Runs of 30 days, the newest first', MaintenanceList), ...PROBLEMS },
      },
    },
    async (request) => ({ runs: await store.list(principalOf(request).tenant, request.query.limit) }),
  );
  app.get(
    '/v1/memory/maintenance/:id',
    {
      config: { access: ['tm:write', 'ops:read'] },
      schema: {
        operationId: 'getMaintenance',
        summary: 'How far a run has come, and how much it has found',
        tags: ['memory'],
        params: RunParams,
        response: { 200: jsonOf('The run', MaintenanceReport), ...PROBLEMS },
      },
    },
    async (request) =>
      known(await store.read({ tenant: principalOf(request).tenant, ...request.params }), request.params.id),
  );
  app.post(
    '/v1/memory/maintenance/:id/cancel',
    {
      config: { access: ['tm:write'] },
      schema: {
        operationId: 'cancelMaintenance',
        summary: 'End a run; what it has found stays',
        tags: ['memory'],
        params: RunParams,
        response: { 200: jsonOf('The run as it ended', MaintenanceReport), ...PROBLEMS },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      const { id } = request.params;
      const name = { tenant: principal.tenant, id };
      known(await store.read(name), id);
      const report = known(await store.cancel(name, now()), id);
      await audit(principal, { action: 'memory-maintenance-cancel', target: id });
      return report;
    },
  );
}

/**
 * A run that there is.
 *
 * @throws {PipelineError} `NOT_FOUND`.
 */
export function known<Found>(found: Found | undefined, id: string): Found {
  if (found === undefined) {
    throw new PipelineError('NOT_FOUND', `There is no maintenance run "${id}" of the last 30 days`);
  }
  return found;
}
