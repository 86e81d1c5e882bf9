import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { isOwnType, listedTypes } from '../../shared/document/entity-type.ts';
import { GazetteerEntry, type GazetteerList } from '../../shared/document/gazetteer-entry.ts';
import type { OwnTypes } from '../../shared/document/own-types.ts';
import { PipelineError } from '../../shared/errors/errors.ts';
import type { GazetteerStore } from '../../shared/stores/gazetteer-store.ts';
import type { GazetteerReceipt } from './schemas.ts';

/** Entries that are stored at a time. */
const BATCH = 500;
/** Refusals that are told one by one. */
const MAX_REFUSED = 1000;
/** A line that is longer is no entry; it is refused before it is parsed. */
const MAX_LINE_CHARS = 256 * 1024;

/** Where entries go, and the kinds of the customer's own that they may have. */
interface ImportTarget {
  readonly store: GazetteerStore;
  readonly list: GazetteerList;
  readonly ownTypes: OwnTypes;
}

/**
 * Adds the entries of a body of JSON lines to a list as they come, at constant memory. A line that is
 * no entry is refused by number; those around it are added.
 */
export async function importGazetteer(
  { store, ...into }: ImportTarget,
  bytes: AsyncIterable<Uint8Array>,
): Promise<GazetteerReceipt> {
  const sums = { created: 0, merged: 0, kept: 0 };
  const refused: { line: number; reason: string }[] = [];
  let batch: GazetteerEntry[] = [];
  const flush = async (): Promise<void> => {
    const added = await store.add(into.list, batch);
    batch = [];
    sums.created += added.created;
    sums.merged += added.merged;
    sums.kept += added.kept;
  };
  let line = 0;
  for await (const text of createInterface({
    input: Readable.from(bytes),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line += 1;
    if (text.trim() === '') {
      continue;
    }
    const read = readEntry(text, into);
    if (typeof read !== 'string') {
      batch.push(read);
    } else if (refused.length < MAX_REFUSED) {
      refused.push({ line, reason: read });
    }
    if (batch.length >= BATCH) {
      await flush();
    }
  }
  await flush();
  if (line > 0 && refused.length === line) {
    throw new PipelineError('REQUEST_INVALID', `No line is an entry; line 1: ${refused[0]?.reason ?? ''}`, {
      details: {
        errors: refused.slice(0, 20).map(({ line: at, reason }) => ({ pointer: `/${at}`, detail: reason })),
      },
    });
  }
  return { ...sums, refused };
}

/** The entry of a line, or why it is none. */
function readEntry(
  text: string,
  { list, ownTypes }: Pick<ImportTarget, 'list' | 'ownTypes'>,
): GazetteerEntry | string {
  if (text.length > MAX_LINE_CHARS) {
    return `${text.length} characters; expected at most ${MAX_LINE_CHARS}`;
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return `"${text.slice(0, 40)}" is not JSON; expected an entry such as {"id":"Q90","type":"LOC","names":{"en":["Paris"]}}`;
  }
  const parsed = GazetteerEntry.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `${issue?.path.join('.') || 'entry'}: ${issue?.message ?? 'not an entry'}`;
  }
  const entry = parsed.data;
  if (isOwnType(entry.type) && !ownTypes.has(entry.type)) {
    return `type: "${entry.type}" is not declared here; expected one of ${listedTypes(ownTypes.keys())}`;
  }
  return list === 'do-not-translate' && entry.policy === undefined ? { ...entry, policy: 'keep' } : entry;
}
