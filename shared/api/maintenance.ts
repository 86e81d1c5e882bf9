import { z } from 'zod';
import { Locale } from '../document/locale.ts';
import { FINDING_KINDS, FindingAction, FindingKind, FindingReason } from '../memory/maintenance/finding.ts';
import { TranslationUnit } from '../memory/translation-unit.ts';

/** Which part of the memories is looked through, and for what. */
export const MaintenanceRequest = z.strictObject({
  kinds: z
    .array(FindingKind)
    .min(1)
    .default([...FINDING_KINDS])
    .describe('Absent: all of them'),
  sourceLocale: Locale.optional().describe('Absent: every source locale'),
  locale: Locale.optional().describe('Target locale; absent: all'),
  memory: z.string().optional().describe('Absent: every memory that serves you'),
});
export type MaintenanceRequest = Readonly<z.infer<typeof MaintenanceRequest>>;

/** One look through the memories, and how far it has come. */
export const MaintenanceRun = z.object({
  ...MaintenanceRequest.shape,
  id: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'canceled', 'failed']),
  startedBy: z.string(),
  /** Milliseconds since the epoch. */
  startedAt: z.int(),
  updatedAt: z.int(),
  /** How often it went on after its process had gone away. */
  resumed: z.int(),
  /** Share of the memories that was looked through, 0..1. */
  searched: z.number(),
  /** Units that were looked at. */
  units: z.int(),
  /** Why it failed. */
  problem: z.string().optional(),
});
export type MaintenanceRun = Readonly<z.infer<typeof MaintenanceRun>>;

/** A run with how many findings each list has: exact, also where a list keeps fewer. */
export const MaintenanceReport = MaintenanceRun.extend({
  counts: z.array(z.object({ kind: FindingKind, locale: Locale, findings: z.int() })).readonly(),
});
export type MaintenanceReport = Readonly<z.infer<typeof MaintenanceReport>>;
export const MaintenanceList = z.object({ runs: z.array(MaintenanceReport).readonly() });

/** What was decided about a finding, by whom and when. */
export const FindingDecision = z.object({
  action: FindingAction,
  /** The unit that stays, of several. */
  unitId: z.string().optional(),
  /** Units that were set aside by it. */
  setAside: z.array(z.string()).readonly(),
  by: z.string(),
  /** Milliseconds since the epoch. */
  at: z.int(),
});
export type FindingDecision = Readonly<z.infer<typeof FindingDecision>>;

/** A unit as a list shows it. */
const FindingUnit = z.object({
  unitId: z.string(),
  source: TranslationUnit.shape.source,
  target: TranslationUnit.shape.target,
  key: z.string().optional(),
  contextBefore: z.string().optional(),
  contextAfter: z.string().optional(),
  provenance: TranslationUnit.shape.provenance,
  /** Whether it was taken out of the memory and kept beside it. */
  setAside: z.boolean(),
});

/** A finding with the texts as they are now. */
export const ListedFinding = z.object({
  id: z.string(),
  kind: FindingKind,
  sourceLocale: Locale,
  locale: Locale,
  memory: z.string(),
  /** `outdated`: the memory has changed there since; look again. */
  state: z.enum(['open', 'decided', 'outdated']),
  /** The first is the one that is proposed to stay. */
  units: z.array(FindingUnit).readonly(),
  why: z.array(FindingReason).readonly(),
  proposal: FindingAction.optional(),
  /** What can be done now; none where the memory is read-only, but for `leave`. */
  actions: z.array(FindingAction).readonly(),
  decision: FindingDecision.optional(),
});
export type ListedFinding = Readonly<z.infer<typeof ListedFinding>>;

export const FindingPage = z.object({
  findings: z.array(ListedFinding).readonly(),
  /** Where to go on; absent: there are no more. */
  next: z.string().optional(),
});
export type FindingPage = Readonly<z.infer<typeof FindingPage>>;

/** What to do about a finding; `undo` takes back what was decided. */
export const DecisionRequest = z.strictObject({
  action: z.enum([...FindingAction.options, 'undo']),
  unitId: z.string().optional().describe('With `keep`: the unit that stays; absent: the proposed one'),
});
export type DecisionRequest = Readonly<z.infer<typeof DecisionRequest>>;
