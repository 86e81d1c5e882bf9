import { z } from 'zod';
import { DecisionRequest, FindingPage, ListedFinding } from '../../../shared/api/maintenance.ts';
import { Locale } from '../../../shared/document/locale.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { FindingKind } from '../../../shared/memory/maintenance/finding.ts';
import { decideFinding } from '../../../shared/stores/decide-finding.ts';
import { listFindings, readListedFinding } from '../../../shared/stores/list-findings.ts';
import { createMaintenanceStore } from '../../../shared/stores/maintenance-store.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { auditTrail } from '../audit-trail.ts';
import { jsonOf, PROBLEMS } from '../schemas.ts';
import { known, RunParams } from './maintenance.ts';

const FindingQuery = z.strictObject({
  kind: FindingKind.optional(),
  locale: Locale.optional().describe('Target locale'),
  state: ListedFinding.shape.state.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('About how many'),
  cursor: z.string().max(400).optional().describe('`next` of the answer before'),
});
const FindingParams = RunParams.extend({ finding: z.string().regex(/^[0-9a-f]{20}$/u) });

/** `GET /v1/memory/maintenance/{id}/findings`, and `POST` of a decision about one. */
export function findingRoutes(
  app: Api,
  { client, memorySettings, now }: Pick<ApiDeps, 'client' | 'memorySettings' | 'now'>,
): void {
  const ports = { client, settings: memorySettings };
  const store = createMaintenanceStore(client);
  const audit = auditTrail({ client, now });
  app.get(
    '/v1/memory/maintenance/:id/findings',
    {
      config: { access: ['tm:write', 'ops:read'] },
      schema: {
        operationId: 'listFindings',
        summary: 'What a run has found, with the texts as they are now',
        description:
          'A finding is `outdated` where the memory has changed there since. The first unit is the one that is proposed to stay.',
        tags: ['memory'],
        params: RunParams,
        querystring: FindingQuery,
        response: { 200: jsonOf('Findings, kind by kind', FindingPage), ...PROBLEMS },
      },
    },
    async (request) => {
      const name = { tenant: principalOf(request).tenant, id: request.params.id };
      known(await store.read(name), name.id);
      return listFindings(ports, name, request.query);
    },
  );
  app.post(
    '/v1/memory/maintenance/:id/findings/:finding',
    {
      config: { access: ['tm:write'] },
      schema: {
        operationId: 'decideFinding',
        summary: 'Do something about a finding, or take it back',
        description:
          '`keep`: one unit stays, those that repeat or contradict it are set aside. `set-aside`: the unit is. `leave`: nothing is changed, and later runs do not list it until the texts change. `undo`: as it was before. Units that are set aside are found by no lookup, search or export, and are kept. Where the memory has changed since the run, nothing is done (409).',
        tags: ['memory'],
        params: FindingParams,
        body: DecisionRequest,
        response: { 200: jsonOf('The finding as it is now', ListedFinding), ...PROBLEMS },
      },
    },
    async (request) => {
      const principal = principalOf(request);
      const { id, finding } = request.params;
      const name = { tenant: principal.tenant, id };
      known(await store.read(name), id);
      const decision = { ...request.body, by: principal.keyId, at: now() };
      await decideFinding(ports, { ...name, findingId: finding }, decision);
      const listed = await readListedFinding(ports, name, finding);
      if (listed === undefined) {
        throw new PipelineError('NOT_FOUND', `Run "${id}" has no finding "${finding}"`);
      }
      await audit(principal, {
        action: `memory-finding-${request.body.action}`,
        target: `${id}/${finding}`,
        detail: `${listed.kind}, ${listed.locale}: ${listed.units.map(({ unitId }) => unitId).join(', ')}`,
      });
      return listed;
    },
  );
}
