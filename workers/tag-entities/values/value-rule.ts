import type { EntityType, EntityValue } from '../../../shared/document/entity-mention.ts';

/** A way of writing a value: the group `span`, or else the whole match, is the mention. */
export interface ValueRule {
  readonly pattern: RegExp;
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
  ) => { readonly type: EntityType; readonly value: EntityValue } | undefined;
}
