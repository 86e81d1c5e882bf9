import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Locale } from '../document/locale.ts';
import { bucketBits, isOutgrown } from '../memory/index-growth.ts';
import { RECENT_BYTES } from '../memory/posting.ts';
import { fileLog } from './memory-file-log.ts';
import { sampleFrequencies } from './memory-frequencies.ts';
import { CHANGE_STATE, HOLD_LOCK } from './memory-index-scripts.ts';
import { memoryKeys } from './memory-keys.ts';
import { LOGGED_ID_BYTES } from './memory-log.ts';
import type { ReadSources } from './memory-sources.ts';
import type { IndexState, Layout, MemoryStates, MemoryView } from './memory-state.ts';
import type { MemoryCondition } from './memory-write.ts';
import type { RedisClient } from './redis.ts';
import { runScript } from './run-script.ts';

/** A holder that is gone is succeeded after this time. */
const LOCK_MS = 30_000;
const LOCK_POLL_MS = 50;
/** A bucket of this size in a memory that has doubled shows that its table no longer fits. */
const LARGEST_BUCKET_BYTES = 64 * 1024;
/** Sources that lookups read besides the index: they take as long as one bucket more. */
const MOST_RECENT = 256;
const BUCKETS_PER_REMOVAL = 2000;

export interface BuildDeps {
  readonly client: RedisClient;
  readonly states: MemoryStates;
  readonly readSources: ReadSources;
  /** From which score on the index has to be exact. */
  readonly floor: number;
}

/** Tells whether a memory wants `maintainIndex`. */
export function wantsMaintenance(
  { view, sources, notIndexed, recent }: MemoryCondition,
  floor: number,
): boolean {
  return (
    recent > MOST_RECENT ||
    notIndexed > recent ||
    view.next !== undefined ||
    needsBuild(view.current.layout, sources, floor)
  );
}

/**
 * Takes into the index what was added in bulk, and builds it anew when it was outgrown. One process
 * does so at a time; the others wait (`patient`) or leave it to that one. Lookups and writes go on
 * meanwhile: what is added stays with the recent postings, which every lookup reads, until the state names
 * the new index and what they have is in that.
 * A process that is killed here leaves a new index unfinished, which the next one drops.
 */
export async function maintainIndex(
  deps: BuildDeps,
  sourceLocale: Locale,
  { patient }: { readonly patient: boolean },
): Promise<void> {
  const holder = randomBytes(9).toString('base64url');
  const hold = async (ms: number): Promise<boolean> =>
    (await runScript(deps.client, HOLD_LOCK, [memoryKeys.lock(sourceLocale)], [holder, ms])) === 1;
  while (!(await hold(LOCK_MS))) {
    if (!patient) {
      return;
    }
    await sleep(LOCK_POLL_MS);
  }
  try {
    while (await improve(deps, sourceLocale, { patient, stillHeld: () => hold(LOCK_MS) })) {
      // what was added in bulk meanwhile is taken in as well
    }
  } finally {
    await hold(0);
  }
}

/** Does what is most needed; answers false when nothing is. Who is patient leaves no recent postings either. */
async function improve(
  deps: BuildDeps,
  sourceLocale: Locale,
  { patient, stillHeld }: { readonly patient: boolean; readonly stillHeld: () => Promise<boolean> },
): Promise<boolean> {
  const { client } = deps;
  const [view, count] = await Promise.all([
    deps.states.reload(sourceLocale),
    client.get(memoryKeys.count(sourceLocale)),
  ]);
  const sources = Number(count ?? 0);
  const isAbandoned = view.next !== undefined; // whoever began it held the lock
  if (isAbandoned || needsBuild(view.current.layout, sources, deps.floor)) {
    return buildAnew(deps, sourceLocale, { view, sources, stillHeld });
  }
  const rest = await readRest(client, sourceLocale);
  const recent = rest.recent / RECENT_BYTES;
  const notIndexed = (rest.end - rest.from) / LOGGED_ID_BYTES;
  if (notIndexed === 0 || (!patient && notIndexed <= recent && recent <= MOST_RECENT)) {
    return false;
  }
  const largest = await fileLog(deps, sourceLocale, { view, index: view.current, range: rest, stillHeld });
  if (
    largest === undefined ||
    !(await changeState(client, sourceLocale, { from: view, to: view.state, rest }))
  ) {
    return false;
  }
  return largest > LARGEST_BUCKET_BYTES && sources > 2 * view.current.layout.sources
    ? buildAnew(deps, sourceLocale, { view, sources, stillHeld })
    : true;
}

function needsBuild(built: Layout, sources: number, floor: number): boolean {
  return isOutgrown(sources, built.sources) || (built.floor > floor && sources > 0);
}

/** What is not in the index: a range of the log, and bytes of recent postings whose sources are in it. */
interface Rest {
  readonly from: number;
  readonly end: number;
  readonly recent: number;
}

/** The recent postings first: what is among them was logged by then. */
async function readRest(client: RedisClient, sourceLocale: Locale): Promise<Rest> {
  const recent = await client.strlen(memoryKeys.recent(sourceLocale));
  const [indexed, end] = await Promise.all([
    client.get(memoryKeys.indexed(sourceLocale)),
    client.strlen(memoryKeys.log(sourceLocale)),
  ]);
  return { from: Number(indexed ?? 0), end, recent };
}

interface Build {
  readonly view: MemoryView;
  readonly sources: number;
  readonly stillHeld: () => Promise<boolean>;
}

/** Answers false when it was overtaken by another process. */
async function buildAnew(
  deps: BuildDeps,
  sourceLocale: Locale,
  { view, sources, stillHeld }: Build,
): Promise<boolean> {
  const { client, floor } = deps;
  const { current, next: abandoned } = view.state;
  const layout: Layout = {
    epoch: Math.max(current.epoch, abandoned?.epoch ?? 0) + 1,
    bits: bucketBits(sources),
    floor: Math.min(floor, current.floor),
    sources,
  };
  await removeIndex(client, sourceLocale, layout); // of a memory that stood here before, or of a lost state
  const frequencies = await sampleFrequencies(deps, sourceLocale, sources);
  await client.set(memoryKeys.frequencies(sourceLocale, layout.epoch), Buffer.from(frequencies));
  const building: IndexState = { ...view.state, next: layout };
  const rest = await readRest(client, sourceLocale);
  const begun = { from: view, to: building, rest: { ...rest, end: rest.from, recent: 0 } };
  if (!(await changeState(client, sourceLocale, begun))) {
    return false;
  }
  const during = await deps.states.reload(sourceLocale);
  const index = during.next;
  if (index === undefined || index.layout.epoch !== layout.epoch) {
    return false;
  }
  const finished: IndexState = { id: view.state.id, current: layout };
  const range = { from: 0, end: rest.end };
  const done =
    (await fileLog(deps, sourceLocale, { view: during, index, range, stillHeld })) !== undefined &&
    (await changeState(client, sourceLocale, { from: during, to: finished, rest }));
  if (done) {
    await removeIndex(client, sourceLocale, current);
    if (abandoned !== undefined) {
      await removeIndex(client, sourceLocale, abandoned);
    }
  }
  return done;
}

/** Answers false when another process has changed something meanwhile. */
async function changeState(
  client: RedisClient,
  sourceLocale: Locale,
  { from, to, rest }: { readonly from: MemoryView; readonly to: IndexState; readonly rest: Rest },
): Promise<boolean> {
  const { state, indexed, recent } = memoryKeys;
  const stateKeys = [state, indexed, recent].map((keyOf) => keyOf(sourceLocale));
  const args = [from.raw, rest.from, JSON.stringify(to), rest.end, rest.recent];
  return (await runScript(client, CHANGE_STATE, stateKeys, args)) === 1;
}

async function removeIndex(
  client: RedisClient,
  sourceLocale: Locale,
  { epoch, bits }: Layout,
): Promise<void> {
  const prefix = memoryKeys.postings(sourceLocale, epoch);
  for (let first = 0; first < 2 ** bits; first += BUCKETS_PER_REMOVAL) {
    const count = Math.min(BUCKETS_PER_REMOVAL, 2 ** bits - first);
    await client.unlink(Array.from({ length: count }, (_, at) => prefix + (first + at).toString(16)));
  }
  await client.unlink(memoryKeys.frequencies(sourceLocale, epoch));
}
