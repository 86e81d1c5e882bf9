import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ListedFinding } from '../api/maintenance.ts';
import { type Finding, FindingAction } from '../memory/maintenance/finding.ts';
import { MAIN_MEMORY } from '../memory/memory-settings.ts';

/** A finding as a run keeps it: its texts stay in the memory, so that a list shows them as they are. */
export const FindingRecord = ListedFinding.pick({
  kind: true,
  sourceLocale: true,
  locale: true,
  memory: true,
  why: true,
}).extend({ unitIds: z.array(z.string()).min(1).readonly(), proposal: FindingAction });
export type FindingRecord = Readonly<z.infer<typeof FindingRecord>>;

/** What is kept of a finding. */
export function recordOf({ kind, units, why, proposal }: Finding): FindingRecord | undefined {
  const [first] = units;
  return first === undefined
    ? undefined
    : {
        kind,
        sourceLocale: first.unit.sourceLocale,
        locale: first.unit.locale,
        memory: first.unit.memory ?? MAIN_MEMORY,
        unitIds: units.map(({ unitId }) => unitId),
        why,
        proposal,
      };
}

/** Names a finding by its kind and all that its units say: where one of them changes, it is another finding. */
export function findingId({ kind, units }: Pick<Finding, 'kind' | 'units'>): string {
  const facts = units.map(({ unitId, unit }) => [unitId, unit]);
  return createHash('sha256')
    .update(JSON.stringify([kind, facts]))
    .digest('hex')
    .slice(0, 20);
}
