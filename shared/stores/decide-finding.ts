import { type DecisionRequest, FindingDecision } from '../api/maintenance.ts';
import { PipelineError } from '../errors/errors.ts';
import { findIssues } from '../memory/maintenance/find-issues.ts';
import { isSameTarget } from '../memory/maintenance/same-text.ts';
import { isWritable, MAIN_MEMORY, type MemorySettings } from '../memory/memory-settings.ts';
import type { StoredUnit } from '../memory/stored-unit.ts';
import { FindingRecord, findingId } from './finding-record.ts';
import { keys } from './keys.ts';
import type { RunName } from './maintenance-store.ts';
import { readAside, serveAgain, setAside } from './memory-aside.ts';
import { addressOf, type RecordedUnit, readRecordedUnits } from './memory-units.ts';
import type { RedisClient } from './redis.ts';

export interface DecisionPorts {
  readonly client: RedisClient;
  readonly settings: MemorySettings;
}

/** Which finding of which run. */
export interface FindingName extends RunName {
  readonly findingId: string;
}

/** A finding as it was found, with what was decided about it since. */
export interface KeptFinding {
  readonly record: FindingRecord;
  readonly decision: FindingDecision | undefined;
}

/**
 * Does what a person decided about a finding, and nothing where the memory has changed there since: the
 * finding is looked for again first, and the lines are compared as they are taken out.
 *
 * @throws {PipelineError} `NOT_FOUND`; `FINDING_OUTDATED`; `MEMORY_READ_ONLY`; `REQUEST_INVALID` for an
 *   action that this finding does not have.
 */
export async function decideFinding(
  ports: DecisionPorts,
  name: FindingName,
  { action, unitId, by, at }: DecisionRequest & Pick<FindingDecision, 'by' | 'at'>,
): Promise<void> {
  const { client } = ports;
  const { record, decision } = await readFinding(client, name);
  const decisions = keys.decisions(name.tenant, name.id);
  if (action === 'undo') {
    await undo(ports, name, { record, decision });
    await client.hdel(decisions, name.findingId);
    return;
  }
  if (decision !== undefined) {
    throw outdated(name, `was decided already ("${decision.action}"): undo that first`);
  }
  const units = await findAgain(ports, name, record);
  let gone: readonly RecordedUnit[] = [];
  if (action === 'leave') {
    await client.hset(keys.leftAlone(name.tenant), name.findingId, JSON.stringify({ by, at, run: name.id }));
  } else {
    requireWritable(ports.settings, name, record);
    gone = unitsToGo(record, units, { action, unitId });
    const address = addressOf(record.unitIds[0] ?? '');
    if (address === undefined || !(await setAside(client, address, { units: gone, by, at }))) {
      throw outdated(name, 'has changed in the memory in this moment: start a new run');
    }
  }
  const made: FindingDecision = {
    action,
    ...(unitId === undefined ? {} : { unitId }),
    setAside: gone.map(({ stored }) => stored.unitId),
    by,
    at,
  };
  await client.hset(decisions, name.findingId, JSON.stringify(made));
  await client.pexpire(decisions, DECISION_LIFETIME_MS);
}

/** As long as the run, which may have been found a month before. */
const DECISION_LIFETIME_MS = 30 * 24 * 3600_000;

/**
 * A finding of a run.
 *
 * @throws {PipelineError} `NOT_FOUND`.
 */
async function readFinding(
  client: RedisClient,
  { tenant, id, findingId: key }: FindingName,
): Promise<KeptFinding> {
  const [record, decision] = await Promise.all([
    client.hget(keys.findings(tenant, id), key),
    client.hget(keys.decisions(tenant, id), key),
  ]);
  if (record === null) {
    throw new PipelineError('NOT_FOUND', `Run "${id}" has no finding "${key}"`);
  }
  return {
    record: FindingRecord.parse(JSON.parse(record)),
    decision: decision === null ? undefined : FindingDecision.parse(JSON.parse(decision)),
  };
}

/** The units of a finding as they are now, provided that they still make the same finding. */
async function findAgain(
  { client }: DecisionPorts,
  name: FindingName,
  { kind, memory, unitIds: [first = ''] }: FindingRecord,
): Promise<readonly RecordedUnit[]> {
  const address = addressOf(first);
  const units = address === undefined ? [] : await readRecordedUnits(client, address);
  const own = units.filter(({ stored }) => (stored.unit.memory ?? MAIN_MEMORY) === memory);
  const found = findIssues(
    own.map(({ stored }) => stored),
    [kind],
  );
  if (!found.some((finding) => findingId(finding) === name.findingId)) {
    throw outdated(name, 'no longer holds: the memory has changed there since; start a new run');
  }
  return own;
}

/** All but the unit that stays, and but those that say the same where others contradict it. */
function unitsToGo(
  { kind, unitIds, proposal }: FindingRecord,
  units: readonly RecordedUnit[],
  { action, unitId = unitIds[0] }: Pick<DecisionRequest, 'action' | 'unitId'>,
): readonly RecordedUnit[] {
  if (action !== proposal) {
    throw new PipelineError(
      'REQUEST_INVALID',
      `This finding has the actions "${proposal}" and "leave", not "${action}"`,
    );
  }
  if (action === 'keep' && !unitIds.includes(unitId ?? '')) {
    throw new PipelineError(
      'REQUEST_INVALID',
      `Unit "${unitId ?? ''}" is none of the finding's; expected one of ${unitIds.join(', ')}`,
    );
  }
  const found = units.map(({ stored }) => stored);
  const stays = action === 'keep' ? found.find((each) => each.unitId === unitId) : undefined;
  const agrees = ({ unit }: StoredUnit): boolean =>
    kind === 'contradiction' && stays !== undefined && isSameTarget(unit.target, stays.unit.target);
  return units.filter(({ stored }) => unitIds.includes(stored.unitId) && stored !== stays && !agrees(stored));
}

async function undo(
  { client, settings }: DecisionPorts,
  name: FindingName,
  { record, decision }: KeptFinding,
): Promise<void> {
  if (decision === undefined) {
    throw outdated(name, 'has nothing to undo: nothing was decided about it');
  }
  if (decision.action === 'leave') {
    await client.hdel(keys.leftAlone(name.tenant), name.findingId);
    return;
  }
  requireWritable(settings, name, record);
  const aside = await readAside(client, decision.setAside);
  for (const unitId of aside.keys()) {
    await serveAgain(client, unitId);
  }
}

/**
 * Lets pass what may be changed in a memory by a tenant.
 *
 * @throws {PipelineError} `MEMORY_READ_ONLY`.
 */
export function requireWritable(
  { memories }: MemorySettings,
  { tenant }: Pick<RunName, 'tenant'>,
  { memory }: Pick<FindingRecord, 'memory'>,
): void {
  if (!isWritable(memories, { name: memory, tenant })) {
    throw new PipelineError(
      'MEMORY_READ_ONLY',
      `The memory "${memory}" is read-only: nothing in it is changed`,
    );
  }
}

function outdated({ findingId: id }: FindingName, why: string): PipelineError {
  return new PipelineError('FINDING_OUTDATED', `Finding "${id}" ${why}`);
}
