import { groupBy } from '../document/group-by.ts';
import type { Locale } from '../document/locale.ts';
import { type Comparable, toComparable } from '../memory/comparable.ts';
import { type Filing, filingsOf } from '../memory/filing.ts';
import type { MemoryLedger, RemoveFilter } from '../memory/memory.ts';
import { MAIN_MEMORY, type MemorySetting } from '../memory/memory-settings.ts';
import { formatSourceId } from '../memory/token-hash.ts';
import type { TranslationUnit } from '../memory/translation-unit.ts';
import { memoryKeys } from './memory-keys.ts';
import { packCodedText, packUnit } from './memory-records.ts';
import { ADD_UNITS, REMOVE_UNITS } from './memory-scripts.ts';
import { filingOptions, type MemoryStates, type MemoryView } from './memory-state.ts';
import type { RedisClient } from './redis.ts';
import { runScript, type ScriptArgument } from './run-script.ts';

/** Units that one script call takes: some milliseconds of the server's time. */
const UNITS_PER_CALL = 100;
const UNITS_PER_BULK_CALL = 250;

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
    outcomes += await writeCalls(deps, sourceLocale, { units: ofLocale, bulk });
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

/** Answers one digit per unit. Each call is made ready while the one before is on its way. */
async function writeCalls(deps: WriteDeps, sourceLocale: Locale, { units, bulk }: Write): Promise<string> {
  const step = bulk ? UNITS_PER_BULK_CALL : UNITS_PER_CALL;
  let outcomes = '';
  let sent = Promise.resolve('');
  for (let at = 0; at < units.length; at += step) {
    const view = await deps.states.view(sourceLocale);
    const call = prepareCall(view, sourceLocale, { units: units.slice(at, at + step), bulk });
    outcomes += await sent;
    sent = writeCall(deps, sourceLocale, call);
    sent.catch(() => undefined); // is awaited, but maybe after something else has failed
  }
  return outcomes + (await sent);
}

interface Call extends Write {
  readonly view: MemoryView;
  readonly keys: readonly string[];
  readonly args: readonly ScriptArgument[];
}

function prepareCall(view: MemoryView, sourceLocale: Locale, { units, bulk }: Write): Call {
  const comparables = units.map(({ source }) => toComparable(source));
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
    args.push(...(bulk ? ['', ''] : filedIn(view, sourceLocale, comparable)));
  }
  return { units, bulk, view, keys: keysOf(sourceLocale, comparables), args };
}

/** A state that changed meanwhile is read again. */
async function writeCall(deps: WriteDeps, sourceLocale: Locale, first: Call): Promise<string> {
  for (let call = first; ; ) {
    const { units, bulk, view, keys, args } = call;
    if (!named.has(view)) {
      await deps.client.sadd(memoryKeys.locales(), sourceLocale);
      named.add(view);
    }
    const reply = await runScript(deps.client, ADD_UNITS, keys, args);
    if (Array.isArray(reply)) {
      const [outcomes, sources, largestBucket, behind] = reply.map(String);
      const condition = { sources: Number(sources), largestBucket: Number(largestBucket) };
      await deps.onWritten(sourceLocale, { view, ...condition, behind: bulk ? 0 : Number(behind) });
      return outcomes ?? '';
    }
    call = prepareCall(await deps.states.reload(sourceLocale), sourceLocale, { units, bulk });
  }
}

/** Views of memories whose source locale stands among all of them; another memory has another view. */
const named = new WeakSet<MemoryView>();

function keysOf(sourceLocale: Locale, comparables: readonly Comparable[]): readonly string[] {
  const { state, count, log, indexed, source, targets } = memoryKeys;
  const [sourcePrefix, targetsPrefix] = [source(sourceLocale, ''), targets(sourceLocale, '')];
  const found = [state, count, log, indexed].map((keyOf) => keyOf(sourceLocale));
  for (const { id } of comparables) {
    const text = formatSourceId(id);
    found.push(sourcePrefix + text, targetsPrefix + text);
  }
  return found;
}

/** What the index in use keeps of a source, and what the one being built does. */
function filedIn(view: MemoryView, sourceLocale: Locale, source: Comparable): readonly Buffer[] {
  const { current, next } = view;
  return [current, next].map((index) =>
    index === undefined
      ? Buffer.alloc(0)
      : packFilings(filingsOf(source, filingOptions(sourceLocale, index))),
  );
}

/** Per posting and bucket the number of that, 32 bits, and the posting. */
function packFilings(filings: readonly Filing[]): Buffer {
  return Buffer.concat(
    filings.flatMap(({ posting, buckets }) =>
      buckets.flatMap((bucket) => {
        const head = Buffer.allocUnsafe(4);
        head.writeUInt32LE(bucket);
        return [head, new Uint8Array(posting.buffer, posting.byteOffset, posting.byteLength)];
      }),
    ),
  );
}
