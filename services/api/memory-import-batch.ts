import type { ImportLedger, Refusal } from '../../shared/api/memory-import.ts';
import type { UnitEvent } from '../../shared/exchange/unit-event.ts';
import type { TranslationMemory } from '../../shared/memory/memory.ts';

/** What was read of a file and is not filed yet, and the ledger of what was. */
export interface ImportBatch {
  readonly take: (event: UnitEvent) => void;
  readonly size: () => number;
  /** Files the batch, adds it to the ledger, and answers that with the units that were not taken. */
  readonly file: (
    memory: TranslationMemory,
    at: number,
  ) => Promise<{ readonly ledger: ImportLedger; readonly refusals: readonly Refusal[] }>;
  /** Forgets what is not filed yet. */
  readonly drop: () => void;
  /** Says how the import ended; the next `file` writes it. */
  readonly end: (state: ImportLedger['state'], problem?: string) => void;
  readonly ledger: () => ImportLedger;
}

/** An empty batch that goes on with a ledger. */
export function createImportBatch(started: ImportLedger): ImportBatch {
  let ledger = started;
  let batch: UnitEvent[] = [];
  return {
    take: (event) => void batch.push(event),
    size: () => batch.length,
    file: async (memory, at) => {
      const events = batch;
      batch = [];
      const { created, merged, kept, refused, reasons, withoutMarkup } = ledger;
      const first = created + merged + kept + refused;
      const filed = await fileUnits(memory, events, first);
      ledger = {
        ...ledger,
        updatedAt: at,
        created: created + filed.created,
        merged: merged + filed.merged,
        kept: kept + filed.kept,
        refused: refused + filed.refusals.length,
        reasons: countReasons(reasons, filed.refusals),
        withoutMarkup: withoutMarkup + events.filter(lostMarkup).length,
      };
      return { ledger, refusals: filed.refusals };
    },
    drop: () => {
      batch = [];
    },
    end: (state, problem) => {
      ledger = { ...ledger, state, ...(problem === undefined ? {} : { problem }) };
    },
    ledger: () => ledger,
  };
}

interface Filed extends Pick<ImportLedger, 'created' | 'merged' | 'kept'> {
  readonly refusals: readonly Refusal[];
}

/** Files units; `first` is the place of the first event in its file. */
async function fileUnits(
  memory: TranslationMemory,
  events: readonly UnitEvent[],
  first: number,
): Promise<Filed> {
  const placed = events.map((event, at) => ({ event, index: first + at }));
  const refusals = placed.flatMap(({ event, index }) =>
    event.kind === 'refused' ? [refusalOf(event, index, event)] : [],
  );
  const offered = placed.flatMap(({ event, index }) => (event.kind === 'unit' ? [{ event, index }] : []));
  if (offered.length === 0) {
    return { created: 0, merged: 0, kept: 0, refusals };
  }
  const { created, merged, kept, refused } = await memory.add(
    offered.map(({ event }) => event.unit),
    { bulk: true },
  );
  const byMemory = refused.flatMap(({ index, reason }) => {
    const unit = offered[index];
    return unit === undefined ? [] : [refusalOf(unit.event, unit.index, { reason })];
  });
  const all = [...refusals, ...byMemory].toSorted((a, b) => a.index - b.index);
  return { created, merged, kept, refusals: all };
}

/** Characters of a detail that are kept. */
const MAX_DETAIL = 200;

function refusalOf(
  { line, name }: UnitEvent,
  index: number,
  { reason, detail }: { readonly reason: string; readonly detail?: string },
): Refusal {
  return {
    index,
    line,
    ...(name === undefined ? {} : { name: name.slice(0, MAX_DETAIL) }),
    reason,
    ...(detail === undefined ? {} : { detail: detail.slice(0, MAX_DETAIL) }),
  };
}

function countReasons(
  reasons: ImportLedger['reasons'],
  refusals: readonly Refusal[],
): ImportLedger['reasons'] {
  const counts = new Map(Object.entries(reasons));
  for (const { reason } of refusals) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

function lostMarkup(event: UnitEvent): boolean {
  return event.kind === 'unit' && event.dropped.length > 0;
}
