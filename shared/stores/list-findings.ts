import { FindingDecision, type FindingPage, type ListedFinding } from '../api/maintenance.ts';
import type { Locale } from '../document/locale.ts';
import { PipelineError } from '../errors/errors.ts';
import { FINDING_KINDS, FindingKind } from '../memory/maintenance/finding.ts';
import { isWritable } from '../memory/memory-settings.ts';
import type { StoredUnit } from '../memory/stored-unit.ts';
import type { DecisionPorts } from './decide-finding.ts';
import { FindingRecord, findingId } from './finding-record.ts';
import { keys } from './keys.ts';
import type { RunName } from './maintenance-store.ts';
import { readAside } from './memory-aside.ts';
import { addressOf, readRecordedUnits } from './memory-units.ts';

export interface FindingQuery {
  readonly kind?: FindingKind | undefined;
  readonly locale?: Locale | undefined;
  readonly state?: ListedFinding['state'] | undefined;
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
}

/** Findings that are read at once. */
const READ_AT_ONCE = 50;

/**
 * Lists what a run has found, kind by kind, then by locale, in the order in which the memory was filled;
 * with the texts and the state of now.
 *
 * @throws {PipelineError} `REQUEST_INVALID` for a cursor that is none of ours.
 */
export async function listFindings(
  ports: DecisionPorts,
  name: RunName,
  query: FindingQuery,
): Promise<FindingPage> {
  const findings: ListedFinding[] = [];
  let last = query.cursor;
  for await (const members of membersOf(ports, name, query)) {
    for (const finding of await readListed(ports, name, members)) {
      if (query.state === undefined || finding.state === query.state) {
        findings.push(finding);
      }
    }
    last = members.at(-1);
    if (findings.length >= query.limit) {
      return { findings, ...(last === undefined ? {} : { next: last }) };
    }
  }
  return { findings };
}

/** A finding of a run as a list shows it; undefined: there is none. */
export async function readListedFinding(
  ports: DecisionPorts,
  name: RunName,
  id: string,
): Promise<ListedFinding | undefined> {
  return (await readListed(ports, name, [`:${id}`]))[0];
}

/** Members of the list of a run from the cursor on, at most as many at once as one page may have. */
async function* membersOf(
  { client }: DecisionPorts,
  { tenant, id }: RunName,
  { kind, locale, cursor, limit }: FindingQuery,
): AsyncIterable<readonly string[]> {
  const first = cursor === undefined ? undefined : kindOfCursor(cursor);
  const kinds =
    kind === undefined ? FINDING_KINDS.slice(FINDING_KINDS.indexOf(first ?? 'duplicate')) : [kind];
  for (const each of kinds) {
    const prefix = locale === undefined ? `${each}:` : `${each}:${locale}:`;
    for (let after = first === each ? cursor : undefined; ; ) {
      const members = await client.zrangebylex(
        keys.findingList(tenant, id),
        after === undefined ? `[${prefix}` : `(${after}`,
        `(${prefix}\u{10FFFF}`,
        'LIMIT',
        0,
        Math.min(limit, READ_AT_ONCE),
      );
      if (members.length === 0) {
        break;
      }
      yield members;
      after = members.at(-1);
    }
  }
}

function kindOfCursor(cursor: string): FindingKind {
  const kind = FindingKind.safeParse(cursor.split(':', 1)[0]);
  if (kind.data === undefined) {
    throw new PipelineError(
      'REQUEST_INVALID',
      `"${cursor}" is not a cursor of this list; send the "next" of an answer`,
    );
  }
  return kind.data;
}

async function readListed(
  ports: DecisionPorts,
  { tenant, id }: RunName,
  members: readonly string[],
): Promise<readonly ListedFinding[]> {
  const ids = members.map((member) => member.slice(member.lastIndexOf(':') + 1));
  const [records, decisions] = await Promise.all([
    ports.client.hmget(keys.findings(tenant, id), ...ids),
    ports.client.hmget(keys.decisions(tenant, id), ...ids),
  ]);
  const listed = await Promise.all(
    ids.map(async (key, at) => {
      const record = FindingRecord.safeParse(JSON.parse(records[at] ?? 'null')).data;
      const decision = FindingDecision.safeParse(JSON.parse(decisions[at] ?? 'null')).data;
      return record === undefined ? undefined : listedOf(ports, tenant, { key, record, decision });
    }),
  );
  return listed.filter((finding) => finding !== undefined);
}

async function listedOf(
  { client, settings }: DecisionPorts,
  tenant: string,
  {
    key,
    record: { unitIds, proposal, ...record },
    decision,
  }: { readonly key: string; readonly record: FindingRecord; readonly decision: FindingDecision | undefined },
): Promise<ListedFinding> {
  const address = addressOf(unitIds[0] ?? '');
  const served = address === undefined ? [] : await readRecordedUnits(client, address);
  const aside = await readAside(client, unitIds);
  const units = unitIds.flatMap((unitId) => {
    const stored = served.find((each) => each.stored.unitId === unitId)?.stored;
    const found = stored ?? aside.get(unitId)?.stored;
    return found === undefined ? [] : [unitOf(found, stored === undefined)];
  });
  const current = served.map(({ stored }) => stored).filter(({ unitId }) => unitIds.includes(unitId));
  const inOrder = unitIds.flatMap((unitId) => current.filter((each) => each.unitId === unitId));
  const holds = findingId({ kind: record.kind, units: inOrder }) === key;
  const state = decision === undefined ? (holds ? 'open' : 'outdated') : 'decided';
  const canChange = isWritable(settings.memories, { name: record.memory, tenant });
  return {
    id: key,
    ...record,
    state,
    units,
    proposal,
    actions: state !== 'open' ? [] : canChange ? [proposal, 'leave'] : ['leave'],
    ...(decision === undefined ? {} : { decision }),
  };
}

function unitOf({ unitId, unit }: StoredUnit, isAside: boolean): ListedFinding['units'][number] {
  const { source, target, key, contextBefore, contextAfter, provenance } = unit;
  return {
    unitId,
    source,
    target,
    ...(key === undefined ? {} : { key }),
    ...(contextBefore === undefined ? {} : { contextBefore }),
    ...(contextAfter === undefined ? {} : { contextAfter }),
    provenance,
    setAside: isAside,
  };
}
