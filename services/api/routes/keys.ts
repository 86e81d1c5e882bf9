import { z } from 'zod';
import { Scope } from '../../../shared/api/scopes.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { ApiKey, createApiKey, listApiKeys, revokeApiKey } from '../../../shared/stores/api-keys.ts';
import { type Api, type ApiDeps, principalOf } from '../api.ts';
import { auditTrail } from '../audit-trail.ts';
import { BOOTSTRAP, type Principal } from '../auth.ts';
import { CreatedKey, jsonOf, PROBLEMS } from '../schemas.ts';

const KeyRequest = z.strictObject({
  scopes: z.array(Scope).min(1),
  name: z.string().min(1).max(200).optional().describe('What the key is for'),
  tenant: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/u, 'expected lower-case letters, digits and "-"')
    .optional()
    .describe("Absent: the caller's tenant; only the bootstrap key may name another"),
});

const KeyParams = z.object({ id: z.string().regex(/^[0-9a-f]{16}$/u, 'expected 16 hexadecimal digits') });

/** `POST /v1/keys`, `GET /v1/keys`, `DELETE /v1/keys/{id}`: the tenant's API keys. */
export function keyRoutes(app: Api, { client, now }: Pick<ApiDeps, 'client' | 'now'>): void {
  const audit = auditTrail({ client, now });
  app.post(
    '/v1/keys',
    {
      config: { access: ['ops:write'] },
      schema: {
        operationId: 'createKey',
        summary: 'Make an API key; its secret is shown this once',
        description: 'A key cannot give scopes that it does not have.',
        tags: ['keys'],
        body: KeyRequest,
        response: { 201: jsonOf('The key, and its secret', CreatedKey), ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const { scopes, name, tenant = principal.tenant } = request.body;
      checkGrant(principal, tenant, scopes);
      const created = await createApiKey(client, {
        tenant,
        scopes: [...new Set(scopes)],
        ...(name === undefined ? {} : { name }),
        createdAt: now(),
        createdBy: principal.keyId,
      });
      await audit(principal, { action: 'key-create', target: created.apiKey.id });
      return reply
        .code(201)
        .headers({ location: `/v1/keys/${created.apiKey.id}`, 'cache-control': 'no-store' })
        .send(created);
    },
  );
  app.get(
    '/v1/keys',
    {
      config: { access: ['ops:write'] },
      schema: {
        operationId: 'listKeys',
        summary: "List the tenant's API keys, without secrets",
        tags: ['keys'],
        response: { 200: jsonOf('The keys', z.object({ items: z.array(ApiKey).readonly() })), ...PROBLEMS },
      },
    },
    async (request) => ({ items: await listApiKeys(client, principalOf(request).tenant) }),
  );
  app.delete(
    '/v1/keys/:id',
    {
      config: { access: ['ops:write'] },
      schema: {
        operationId: 'revokeKey',
        summary: 'Revoke an API key at once',
        tags: ['keys'],
        params: KeyParams,
        response: { 204: z.undefined().describe('Revoked'), ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const principal = principalOf(request);
      const { id } = request.params;
      const tenant = principal === BOOTSTRAP ? undefined : principal.tenant;
      if (!(await revokeApiKey(client, id, tenant))) {
        throw new PipelineError('NOT_FOUND', `There is no API key "${id}"`);
      }
      await audit(principal, { action: 'key-revoke', target: id });
      return reply.code(204).send();
    },
  );
}

/** A key must not make a mightier one, nor one for others. */
function checkGrant(principal: Principal, tenant: string, scopes: readonly Scope[]): void {
  const missing = scopes.filter((scope) => !principal.scopes.includes(scope));
  if (missing.length > 0) {
    throw new PipelineError(
      'FORBIDDEN',
      `API key "${principal.keyId}" cannot give ${missing.map((scope) => `"${scope}"`).join(', ')}: it does not have it`,
    );
  }
  if (tenant !== principal.tenant && principal !== BOOTSTRAP) {
    throw new PipelineError(
      'FORBIDDEN',
      `API key "${principal.keyId}" is of tenant "${principal.tenant}" and cannot make keys for "${tenant}"`,
    );
  }
}
