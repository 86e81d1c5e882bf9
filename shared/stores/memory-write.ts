import { groupBy } from '../document/group-by.ts';
import type { Locale } from '../document/locale.ts';
import { type Comparable, toComparable } from '../memory/comparable.ts';
import { elementsOf, orderElements } from '../memory/elements.ts';
import { bucketOf } from '../memory/index-growth.ts';
import type { MemoryLedger, RemoveFilter } from '../memory/memory.ts';
import { MAIN_MEMORY, type MemorySetting } from '../memory/memory-settings.ts';
import { postingOf } from '../memory/posting.ts';
import { storedSignatures } from '../memory/signatures.ts';
import { formatSourceId } from '../memory/token-hash.ts';
import type { TranslationUnit } from '../memory/translation-unit.ts';
import { memoryKeys } from './memory-keys.ts';
import { packCodedText, packUnit } from './memory-records.ts';
import { ADD_UNITS, REMOVE_UNITS } from './memory-scripts.ts';
import type { IndexView, MemoryStates, MemoryView } from './memory-state.ts';
import type { RedisClient } from './redis.ts';
import { runScript, type ScriptArgument } from './run-script.ts';

/** Units that one script call takes: a few milliseconds of the server's time. */
const UNITS_PER_CALL = 100;

/** Places of one source in one locale that are kept: see `ADD_UNITS`. */
const MAX_PLACES = 16;

/** Articles that a unit remembers to have come from: see `ADD_UNITS`. */
const MAX_ARTICLES = 16;

/** What a write found of the memory as it left it. */
export interface MemoryCondition {
  readonly view: MemoryView;
  /** Source texts. */
  readonly sources: number;
  /** Bytes of the largest bucket that was written. */
  readonly largestBucket: number;
  /** Bytes of the log whose sources are not in the index. */
  readonly behind: number;
}

export interface WriteDeps {
  readonly client: RedisClient;
  readonly states: MemoryStates;
  readonly memories: readonly MemorySetting[];
  /** Is told after each call; a write waits for what it does. */
  readonly onWritten: (sourceLocale: Locale, condition: MemoryCondition) => Promise<void>;
}

/** Files units as `TranslationMemory.add` promises; `bulk`: without their postings. */
export async function addUnits(
  deps: WriteDeps,
  units: readonly TranslationUnit[],
  bulk: boolean,
): Promise<MemoryLedger> {
  const refused: { index: number; reason: string }[] = [];
  const accepted: TranslationUnit[] = [];
  for (const [index, unit] of units.entries()) {
    const reason = refusalOf(unit) ?? memoryRefusal(unit, deps.memories);
    if (reason === undefined) {
      accepted.push(unit);
    } else {
      refused.push({ index, reason });
    }
  }
  let outcomes = '';
  for (const [sourceLocale, ofLocale] of groupBy(accepted, (unit) => unit.sourceLocale)) {
    const [ofCalls] = await Promise.all([
      writeCalls(deps, sourceLocale, { units: ofLocale, bulk }),
      deps.client.sadd(memoryKeys.locales(), sourceLocale),
    ]);
    outcomes += ofCalls;
  }
  const count = (outcome: string): number => outcomes.split(outcome).length - 1;
  return { created: count('1'), merged: count('2'), kept: count('0'), refused };
}

/** Takes units out as `TranslationMemory.remove` promises. Their postings stay and lead to nothing. */
export async function removeUnits(
  client: RedisClient,
  { sourceLocale, source, locale }: RemoveFilter,
): Promise<number> {
  const id = formatSourceId(toComparable(source).id);
  const removed = await runScript(
    client,
    REMOVE_UNITS,
    [
      memoryKeys.count(sourceLocale),
      memoryKeys.source(sourceLocale, id),
      memoryKeys.targets(sourceLocale, id),
    ],
    [packCodedText(source), locale ?? ''],
  );
  return Number(removed);
}

/** Why a unit cannot serve anyone; undefined: it can. */
function refusalOf({
  source,
  target,
  sourceLocale,
  locale,
  provenance,
}: TranslationUnit): string | undefined {
  if (source.text.trim() === '') {
    return 'source-empty';
  }
  if (target.text.trim() === '') {
    return 'target-empty';
  }
  if (sourceLocale === locale) {
    return 'same-locale';
  }
  return provenance.review === 'rejected' ? 'rejected' : undefined;
}

function memoryRefusal(
  { memory = MAIN_MEMORY }: TranslationUnit,
  memories: readonly MemorySetting[],
): string | undefined {
  const setting = memories.find(({ name }) => name === memory);
  if (setting === undefined) {
    return 'memory-unknown';
  }
  return setting.writable ? undefined : 'memory-read-only';
}

interface Write {
  readonly units: readonly TranslationUnit[];
  readonly bulk: boolean;
}

async function writeCalls(deps: WriteDeps, sourceLocale: Locale, { units, bulk }: Write): Promise<string> {
  let outcomes = '';
  for (let at = 0; at < units.length; at += UNITS_PER_CALL) {
    outcomes += await writeUnits(deps, sourceLocale, { units: units.slice(at, at + UNITS_PER_CALL), bulk });
  }
  return outcomes;
}

/** Answers one digit per unit. A state that changed meanwhile is read again. */
async function writeUnits(
  { client, states, onWritten }: WriteDeps,
  sourceLocale: Locale,
  { units, bulk }: Write,
): Promise<string> {
  const comparables = units.map(({ source }) => toComparable(source));
  const scriptKeys = keysOf(sourceLocale, comparables);
  for (let view = await states.view(sourceLocale); ; view = await states.reload(sourceLocale)) {
    const args: ScriptArgument[] = [
      view.raw,
      MAX_PLACES,
      MAX_ARTICLES,
      memoryKeys.postings(sourceLocale, view.current.layout.epoch),
      view.next === undefined ? '' : memoryKeys.postings(sourceLocale, view.next.layout.epoch),
    ];
    for (const [at, unit] of units.entries()) {
      const comparable = comparables[at] ?? toComparable(unit.source);
      const { source, place, standing, body, targetBytes, article } = packUnit(unit);
      args.push(source, unit.locale, place, standing, body, targetBytes, article);
      args.push(...(bulk ? ['', '', ''] : filingOf(comparable, view)));
    }
    const reply = await runScript(client, ADD_UNITS, scriptKeys, args);
    if (Array.isArray(reply)) {
      const [outcomes, sources, largestBucket, behind] = reply.map(String);
      const condition = { sources: Number(sources), largestBucket: Number(largestBucket) };
      await onWritten(sourceLocale, { view, ...condition, behind: bulk ? 0 : Number(behind) });
      return outcomes ?? '';
    }
  }
}

function keysOf(sourceLocale: Locale, comparables: readonly Comparable[]): readonly string[] {
  const { state, count, log, indexed } = memoryKeys;
  return [
    ...[state, count, log, indexed].map((keyOf) => keyOf(sourceLocale)),
    ...comparables.flatMap(({ id }) => {
      const text = formatSourceId(id);
      return [memoryKeys.source(sourceLocale, text), memoryKeys.targets(sourceLocale, text)];
    }),
  ];
}

/** A source's posting, and the numbers of its buckets in the index in use and in the one being built. */
function filingOf(comparable: Comparable, { current, next }: MemoryView): readonly Buffer[] {
  const elements = elementsOf(comparable);
  const posting = postingOf(comparable, elements);
  return [
    Buffer.from(posting.buffer),
    bucketsOf(elements, current),
    next === undefined ? Buffer.alloc(0) : bucketsOf(elements, next),
  ];
}

function bucketsOf(elements: Uint32Array, { layout, table }: IndexView): Buffer {
  const signatures = storedSignatures(orderElements(elements, table), layout.floor);
  const bytes = Buffer.allocUnsafe(signatures.length * 4);
  for (const [at, signature] of signatures.entries()) {
    bytes.writeUInt32LE(bucketOf(signature, layout.bits), at * 4);
  }
  return bytes;
}
