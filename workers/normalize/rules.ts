import type { RepairKind, RepairRule } from '../../shared/document/repair-rule.ts';
import { CASE_RULES } from './case/restore-case.ts';
import { CHARACTER_RULES, TEXT_RULES } from './repairs/repair-text.ts';
import { STRUCTURE_RULES } from './structure/repair-structure.ts';

/** Every repair rule, in the order in which they run. */
export const REPAIR_RULES: readonly RepairRule[] = [
  ...ofKind('character', CHARACTER_RULES),
  ...ofKind('structure', STRUCTURE_RULES),
  ...ofKind('text', TEXT_RULES),
  ...ofKind('case', CASE_RULES),
  {
    name: 'orphan-aside',
    description: 'Removes the alternative text or title of a picture or link that is gone',
    kind: 'structure',
  },
];

function ofKind(
  kind: RepairKind,
  rules: readonly { readonly name: string; readonly description: string }[],
): RepairRule[] {
  return rules.map(({ name, description }) => ({ name, description, kind }));
}
