import { SCOPES, type Scope } from '../../shared/api/scopes.ts';
import { PipelineError } from '../../shared/errors/errors.ts';
import { findApiKey, isSameSecret } from '../../shared/stores/api-keys.ts';
import type { RedisClient } from '../../shared/stores/redis.ts';

/** Who makes a request: an API key, bound to a tenant. */
export interface Principal {
  readonly keyId: string;
  readonly tenant: string;
  readonly scopes: readonly Scope[];
}

export interface AuthPorts {
  readonly client: RedisClient;
  readonly bootstrapKey: string | undefined;
}

/** The key from the configuration: every scope of the tenant `default`, for the first start. */
export const BOOTSTRAP: Principal = { keyId: 'bootstrap', tenant: 'default', scopes: SCOPES };

/**
 * Reads `Authorization: Bearer pw_<id>_<secret>`.
 *
 * @throws {PipelineError} `UNAUTHENTICATED`, which never repeats what was sent.
 */
export async function authenticate(ports: AuthPorts, header: string | undefined): Promise<Principal> {
  const presented = /^Bearer +(?<key>\S+)$/iu.exec(header ?? '')?.groups?.['key'];
  if (presented === undefined) {
    throw new PipelineError(
      'UNAUTHENTICATED',
      header === undefined
        ? 'The request has no Authorization header; expected "Authorization: Bearer pw_<id>_<secret>"'
        : 'The Authorization header is not of the form "Bearer pw_<id>_<secret>"',
    );
  }
  if (ports.bootstrapKey !== undefined && isSameSecret(presented, ports.bootstrapKey)) {
    return BOOTSTRAP;
  }
  const apiKey = await findApiKey(ports.client, presented);
  if (apiKey === undefined) {
    throw new PipelineError(
      'UNAUTHENTICATED',
      'The API key in the Authorization header is not known, or was revoked',
    );
  }
  return { keyId: apiKey.id, tenant: apiKey.tenant, scopes: apiKey.scopes };
}

/**
 * Lets a principal pass that has one of the scopes.
 *
 * @throws {PipelineError} `FORBIDDEN`, which names the scopes that would do.
 */
export function authorize(principal: Principal, anyOf: readonly Scope[]): void {
  if (!anyOf.some((scope) => principal.scopes.includes(scope))) {
    throw new PipelineError(
      'FORBIDDEN',
      `API key "${principal.keyId}" has the scopes ${listOf(principal.scopes)}; this request needs ${anyOf.map((scope) => `"${scope}"`).join(' or ')}`,
      { details: { needed: anyOf } },
    );
  }
}

function listOf(scopes: readonly Scope[]): string {
  return scopes.length === 0 ? '(none)' : scopes.map((scope) => `"${scope}"`).join(', ');
}
