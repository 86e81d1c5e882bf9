import { type AuditEntry, appendAudit } from '../../shared/stores/audit-log.ts';
import type { ApiDeps } from './api.ts';
import type { Principal } from './auth.ts';

/** Writes what a key did to something of its tenant into the audit log. */
export type AuditTrail = (
  principal: Pick<Principal, 'keyId' | 'tenant'>,
  entry: Pick<AuditEntry, 'action' | 'target' | 'detail'>,
) => Promise<void>;

export function auditTrail({ client, now }: Pick<ApiDeps, 'client' | 'now'>): AuditTrail {
  return async ({ keyId, tenant }, { target, ...entry }) =>
    appendAudit(client, { at: now(), actor: keyId, target: `${tenant}/${target}`, ...entry });
}
