import { groupBy } from '../document/group-by.ts';
import { type Locale, languageOf } from '../document/locale.ts';
import { type Comparable, toComparable } from '../memory/comparable.ts';
import { elementsOf } from '../memory/elements.ts';
import { familyOf } from '../memory/family.ts';
import type { MemoryLedger, RemoveFilter } from '../memory/memory.ts';
import { MAIN_MEMORY, type MemorySetting } from '../memory/memory-settings.ts';
import { POSTING_WORDS, postingOf, RECENT_BYTES, relativeOf } from '../memory/posting.ts';
import { formatSourceId } from '../memory/token-hash.ts';
import type { TranslationUnit } from '../memory/translation-unit.ts';
import { memoryKeys } from './memory-keys.ts';
import { LOGGED_ID_BYTES } from './memory-log.ts';
import { packCodedText, packUnit } from './memory-records.ts';
import { ADD_UNITS, REMOVE_UNITS } from './memory-scripts.ts';
import type { MemoryStates, MemoryView } from './memory-state.ts';
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
  /** Of them those that are not in the index. */
  readonly notIndexed: number;
  /** Of those the ones whose postings every lookup reads: the others were added in bulk. */
  readonly recent: number;
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
    const call = prepareCall(sourceLocale, { units: units.slice(at, at + step), bulk });
    outcomes += await sent;
    sent = writeCall(deps, sourceLocale, call);
    sent.catch(() => undefined); // is awaited, but maybe after something else has failed
  }
  return outcomes + (await sent);
}

interface Call {
  readonly keys: readonly string[];
  readonly args: readonly ScriptArgument[];
}

function prepareCall(sourceLocale: Locale, { units, bulk }: Write): Call {
  const comparables = units.map(({ source }) => toComparable(source));
  const language = languageOf(sourceLocale);
  const args: ScriptArgument[] = [MAX_PLACES, MAX_ARTICLES];
  for (const [at, unit] of units.entries()) {
    const { source, place, standing, body, targetBytes, article } = packUnit(unit);
    const comparable = bulk ? undefined : comparables[at];
    args.push(source, unit.locale, place, standing, body, targetBytes, article);
    args.push(comparable === undefined ? '' : recentPostings(comparable, language));
  }
  return { keys: keysOf(sourceLocale, comparables), args };
}

/** What a lookup needs of a source until it is in the index. */
function recentPostings(source: Comparable, language: string): Buffer {
  const family = familyOf(source.text, language);
  const postings = new Uint32Array(RECENT_BYTES / 4);
  postings.set(postingOf(source, elementsOf(source)));
  postings.set(family === undefined ? [] : relativeOf(source, family), POSTING_WORDS);
  return Buffer.from(postings.buffer);
}

async function writeCall(deps: WriteDeps, sourceLocale: Locale, { keys, args }: Call): Promise<string> {
  let view = await deps.states.view(sourceLocale);
  await nameLocale(deps.client, sourceLocale, view);
  const reply = await runScript(deps.client, ADD_UNITS, keys, args);
  const [outcomes = '', sources, notIndexed, recent, state] = Array.isArray(reply) ? reply.map(String) : [];
  if (state !== view.raw) {
    view = await deps.states.reload(sourceLocale);
    await nameLocale(deps.client, sourceLocale, view);
  }
  await deps.onWritten(sourceLocale, {
    view,
    sources: Number(sources),
    recent: Number(recent) / RECENT_BYTES,
    notIndexed: Number(notIndexed) / LOGGED_ID_BYTES,
  });
  return outcomes;
}

/** Views of memories whose source locale stands among all of them; another memory has another view. */
const named = new WeakSet<MemoryView>();

async function nameLocale(client: RedisClient, sourceLocale: Locale, view: MemoryView): Promise<void> {
  if (!named.has(view)) {
    await client.sadd(memoryKeys.locales(), sourceLocale);
    named.add(view);
  }
}

function keysOf(sourceLocale: Locale, comparables: readonly Comparable[]): readonly string[] {
  const { state, count, log, indexed, recent, source, targets } = memoryKeys;
  const [sourcePrefix, targetsPrefix] = [source(sourceLocale, ''), targets(sourceLocale, '')];
  const found = [state, count, log, indexed, recent].map((keyOf) => keyOf(sourceLocale));
  for (const { id } of comparables) {
    const text = formatSourceId(id);
    found.push(sourcePrefix + text, targetsPrefix + text);
  }
  return found;
}
