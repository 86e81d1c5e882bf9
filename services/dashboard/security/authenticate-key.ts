import { SCOPES } from '../../../shared/api/scopes.ts';
import { findApiKey, isSameSecret } from '../../../shared/stores/api-keys.ts';
import type { RedisClient } from '../../../shared/stores/redis.ts';
import type { KeyHolder } from '../deps.ts';

/**
 * The holder of an API key: one from the store, or the configuration's, which has every scope of
 * the tenant `default`. Undefined for a key that is not known or was revoked.
 */
export async function authenticateKey(
  { client, bootstrapKey }: { readonly client: RedisClient; readonly bootstrapKey: string | undefined },
  apiKey: string,
): Promise<KeyHolder | undefined> {
  if (bootstrapKey !== undefined && bootstrapKey !== '' && isSameSecret(apiKey, bootstrapKey)) {
    return { actor: 'bootstrap', tenant: 'default', scopes: SCOPES };
  }
  const found = await findApiKey(client, apiKey);
  return found === undefined ? undefined : { actor: found.id, tenant: found.tenant, scopes: found.scopes };
}
