import { randomBytes } from 'node:crypto';
import { groupBy } from '../document/group-by.ts';
import type { Locale } from '../document/locale.ts';
import { toComparable } from '../memory/comparable.ts';
import type { MemoryLedger, RemoveFilter } from '../memory/memory.ts';
import { encodeEntry, signatureOf } from '../memory/signature.ts';
import { formatSourceId, sourceIdOf } from '../memory/token-hash.ts';
import type { TranslationUnit } from '../memory/translation-unit.ts';
import { LOG_HEADER_BYTES, memoryKeys } from './memory-keys.ts';
import { packCodedText, packUnit } from './memory-records.ts';
import { ADD_UNITS, REMOVE_UNITS } from './memory-scripts.ts';
import type { RedisClient } from './redis.ts';
import { runScript, type ScriptArgument } from './run-script.ts';

/** Units that one script call takes: a few milliseconds of the server's time. */
const UNITS_PER_CALL = 200;

/** Places of one source in one locale that are kept: see `ADD_UNITS`. */
const MAX_PLACES = 16;

/** Files units as `TranslationMemory.add` promises, in calls of at most 200. */
export async function addUnits(
  client: RedisClient,
  units: readonly TranslationUnit[],
): Promise<MemoryLedger> {
  const refused: { index: number; reason: string }[] = [];
  const accepted: TranslationUnit[] = [];
  for (const [index, unit] of units.entries()) {
    const reason = refusalOf(unit);
    if (reason === undefined) {
      accepted.push(unit);
    } else {
      refused.push({ index, reason });
    }
  }
  let outcomes = '';
  for (const [sourceLocale, ofLocale] of groupBy(accepted, (unit) => unit.sourceLocale)) {
    for (let at = 0; at < ofLocale.length; at += UNITS_PER_CALL) {
      outcomes += await writeUnits(client, sourceLocale, ofLocale.slice(at, at + UNITS_PER_CALL));
    }
  }
  const count = (outcome: string): number => outcomes.split(outcome).length - 1;
  return { created: count('1'), merged: count('2'), kept: count('0'), refused };
}

/** Takes units out as `TranslationMemory.remove` promises. */
export async function removeUnits(
  client: RedisClient,
  { sourceLocale, source, locale }: RemoveFilter,
): Promise<number> {
  const id = formatSourceId(sourceIdOf(toComparable(source)));
  const removed = await runScript(
    client,
    REMOVE_UNITS,
    [memoryKeys.sizes(), memoryKeys.source(sourceLocale, id), memoryKeys.targets(sourceLocale, id)],
    [sourceLocale, packCodedText(source), locale ?? ''],
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

async function writeUnits(
  client: RedisClient,
  sourceLocale: Locale,
  units: readonly TranslationUnit[],
): Promise<string> {
  const scriptKeys: string[] = [memoryKeys.log(sourceLocale), memoryKeys.sizes()];
  const args: ScriptArgument[] = [sourceLocale, MAX_PLACES, randomBytes(LOG_HEADER_BYTES)];
  for (const unit of units) {
    const signature = signatureOf(toComparable(unit.source));
    const id = formatSourceId(signature.id);
    const { source, place, standing, body } = packUnit(unit);
    scriptKeys.push(memoryKeys.source(sourceLocale, id), memoryKeys.targets(sourceLocale, id));
    args.push(source, unit.locale, place, standing, body, Buffer.from(encodeEntry(signature)));
  }
  return String(await runScript(client, ADD_UNITS, scriptKeys, args));
}
