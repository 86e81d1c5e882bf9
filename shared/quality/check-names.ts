import type { GazetteerEntry } from '../document/gazetteer-entry.ts';
import { languageOf } from '../document/locale.ts';
import type { QaFinding } from '../document/rendition.ts';
import type { NameReader, ReadName } from '../gazetteer/name-reader.ts';
import type { CheckedName, CheckedPair } from './checked-pair.ts';
import { calendarWordsIn } from './months-in-text.ts';
import { isNamed, readNameText } from './name-forms.ts';

/**
 * Finds names of the source in whose place the target has another: a name of the source is not there in any
 * form, and the target names something of the same kind that the source does not. A name that is
 * only left out may be a pronoun or a title there: nothing is said of it.
 */
export function findWrongNames(pair: CheckedPair): readonly QaFinding[] {
  const { target, names = [], reader } = pair;
  const absent = names.filter(({ forms }) => !forms.some((form) => hasForm(target, form)));
  if (absent.length === 0 || reader === undefined) {
    return [];
  }
  const read = reader.read(target, pair.locale);
  const found = new Set(read.flatMap(({ entries }) => entries.map(({ id }) => id)));
  const lost = absent.filter(({ id }) => !found.has(id));
  const others = othersAmong(read, lost, pair);
  if (others.length === 0) {
    return [];
  }
  const own = reader.read(pair.source, pair.sourceLocale);
  const strangers = strangersAmong(others, pair, { reader, own });
  if (strangers.length === 0) {
    return [];
  }
  const rest = readNameText(withoutSpans(target, strangers));
  return lost.flatMap((name) => {
    const entry = reader.entryOf(name.id);
    if ((entry === undefined || !hasDerived(name, own)) && isNamed(name, rest)) {
      return [];
    }
    const instead = strangers.find(({ entries }) => entries.some((other) => mayReplace(other, name, entry)));
    return instead === undefined ? [] : [findingOf(name, instead, target)];
  });
}

/** Names of the kinds of those that are lost that the source was not found to have: this spares most texts the rest. */
function othersAmong(
  read: readonly ReadName[],
  lost: readonly CheckedName[],
  { names = [], mentions }: CheckedPair,
): readonly ReadName[] {
  const known = new Set([...names.map(({ id }) => id), ...mentions.map(({ entityId }) => entityId)]);
  const kinds = new Set(lost.map(({ type }) => type));
  return read.filter(
    ({ entries }) => !entries.some(({ id }) => known.has(id)) && entries.some(({ type }) => kinds.has(type)),
  );
}

/** The source names its people, too (`Indonesian`): what is like the name in the target may be that word. */
function hasDerived({ id }: CheckedName, own: readonly ReadName[]): boolean {
  return own.some(({ isDemonym, entries }) => isDemonym && entries.some((entry) => entry.id === id));
}

function findingOf({ text, forms }: CheckedName, { start, end }: ReadName, target: string): QaFinding {
  return {
    rule: 'name-wrong',
    severity: 'error',
    message: `“${target.slice(start, end)}” stands where the name ${text} is expected: ${forms[0] ?? text}`,
    span: { start, end },
  };
}

/** A form where a word begins; letters may follow, as languages decline. */
function hasForm(target: string, form: string): boolean {
  for (let at = target.indexOf(form); at !== -1; at = target.indexOf(form, at + 1)) {
    if (at === 0 || !/[\p{L}\p{M}]/u.test(target.charAt(at - 1)) || !/^[\p{Lu}\p{Ll}]/u.test(form)) {
      return true;
    }
  }
  return false;
}

/** Names of the target that nothing in the source explains. */
function strangersAmong(
  found: readonly ReadName[],
  { source, target, locale, names = [], mentions }: CheckedPair,
  { reader, own }: { readonly reader: NameReader; readonly own: readonly ReadName[] },
): readonly ReadName[] {
  const read = own.flatMap(({ entries }) => entries);
  const known = new Set([...mentions.map(({ entityId }) => entityId), ...read.map(({ id }) => id)]);
  const countries = new Set(
    [...read, ...[...known].map((id) => reader.entryOf(id))].map((entry) => entry?.code ?? entry?.country),
  );
  const words = new Set(source.match(/[\p{L}\p{M}\p{N}]+/gu));
  const isKnown = (entry: GazetteerEntry): boolean =>
    known.has(entry.id) ||
    (entry.code !== undefined && countries.has(entry.code)) ||
    isMentioned(entry, source, words);
  const days = calendarWordsIn(target, languageOf(locale));
  return found.filter(({ start, end, entries }) => {
    const name = target.slice(start, end);
    return (
      !days.some((day) => day.start <= start && end <= day.end) &&
      !entries.some(isKnown) &&
      !source.includes(name) &&
      !names.some(({ forms }) => forms.some((form) => form.includes(name)))
    );
  });
}

/** A name of it is a part of the source, or of a person any part of the name. */
function isMentioned({ type, names }: GazetteerEntry, source: string, words: ReadonlySet<string>): boolean {
  const forms = names['en'] ?? [];
  return type === 'PER'
    ? forms.some((form) => form.split(' ').some((word) => word.length > 2 && words.has(word)))
    : forms.some((form) => source.includes(form));
}

/**
 * A name may stand in the place of one of its kind. A country and its capital stand for each other, and so do a
 * country and its parts.
 */
function mayReplace(
  other: GazetteerEntry,
  { type }: CheckedName,
  entry: GazetteerEntry | undefined,
): boolean {
  const isPart = entry?.code !== undefined && entry.code === other.country;
  return other.type === type && !isPart && (entry === undefined || isCountry(entry) === isCountry(other));
}

function isCountry({ code, subtype }: GazetteerEntry): boolean {
  return code !== undefined || subtype === 'country';
}

function withoutSpans(text: string, spans: readonly ReadName[]): string {
  return spans.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
}
