import type { EntityValue } from '../../../shared/document/entity-mention.ts';
import type { GazetteerEntry } from '../../../shared/document/gazetteer-entry.ts';
import type { Span } from '../../../shared/document/span.ts';
import { matchNames } from '../../../shared/gazetteer/match-names.ts';
import type { NameIndex } from '../../../shared/gazetteer/name-index.ts';
import { tokenize } from '../../../shared/text/tokenize.ts';
import type { DateForm } from '../../../shared/values/dates/date-expression.ts';
import { findLiterals } from '../../../shared/values/find-literals.ts';
import type { ValueMention } from '../../../shared/values/mention-of.ts';
import { readMentions, readSpelledNumbers } from '../../../shared/values/read-mentions.ts';
import type { ValueGrammar } from '../../../shared/values/value-grammar.ts';
import type { KnownName, Placeable, ReadPlaceables } from './placeable.ts';

export interface ReaderDeps {
  /** Undefined where the language has no table of values. */
  readonly grammarFor: (language: string) => ValueGrammar | undefined;
  readonly nameIndexFor: (language: string) => NameIndex;
}

/**
 * Reads addresses, dates, times, names of the gazetteer and numbers, by the same tables with which
 * articles are tagged. Of two that overlap the earlier kind stays.
 */
export function createPlaceableReader({ grammarFor, nameIndexFor }: ReaderDeps): ReadPlaceables {
  return (text, language) => {
    const grammar = grammarFor(language);
    const mentions = grammar === undefined ? [] : readMentions(text, grammar);
    const found: Placeable[] = [];
    const add = (placeable: Placeable): void => {
      if (!found.some(({ start, end }) => start < placeable.end && placeable.start < end)) {
        found.push(placeable);
      }
    };
    for (const { start, end } of findLiterals(text)) {
      add({ kind: 'literal', start, end, text: text.slice(start, end) });
    }
    for (const mention of mentions) {
      const read = dateOrTime(mention);
      if (read !== undefined) {
        add(read);
      }
    }
    for (const { start, end, alias } of matchNames(text, nameIndexFor(language))) {
      const name = alias.kind === 'name' ? knownName(alias.entry) : undefined;
      if (name !== undefined) {
        add({ kind: 'name', start, end, name });
      }
    }
    for (const number of digitsOf(text, language)) {
      add(number);
    }
    const spelled = [
      ...mentions.flatMap((mention) => spelledValue(text, mention)),
      ...(grammar === undefined ? [] : readSpelledNumbers(text, grammar)),
    ];
    for (const each of spelled) {
      add({ kind: 'number', ...each, fractionDigits: 0, spelled: true });
    }
    return found.toSorted((a, b) => a.start - b.start);
  };
}

/** Dates of written fields and times of a clock; what is counted from elsewhere is text. */
function dateOrTime({ start, end, reading }: ValueMention): Placeable | undefined {
  if (reading.kind === 'date') {
    const date = writtenDate(reading.date);
    return date === undefined ? undefined : { kind: 'date', start, end, date };
  }
  if (
    reading.value.kind !== 'time' ||
    reading.value.until !== undefined ||
    reading.value.zone !== undefined
  ) {
    return undefined;
  }
  const [hour, minute] = reading.value.time.split(':').map(Number);
  return hour === undefined || minute === undefined ? undefined : { kind: 'time', start, end, hour, minute };
}

function writtenDate(form: DateForm): Extract<Placeable, { kind: 'date' }>['date'] | undefined {
  if (form.part !== undefined || form.clock !== undefined || form.mod !== undefined) {
    return undefined;
  }
  if (form.form === 'weekday') {
    return form.which === 'bare' ? { weekday: form.weekday } : undefined;
  }
  if (form.form !== 'calendar' || form.yearOffset !== undefined) {
    return undefined;
  }
  const { year, month, day, weekday } = form;
  return {
    ...(weekday === undefined ? {} : { weekday }),
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
}

function knownName({ id, type, code, names, same }: GazetteerEntry): KnownName | undefined {
  const kind = { PER: 'person', ORG: 'organization', LOC: 'place' } as const;
  if (type !== 'PER' && type !== 'ORG' && type !== 'LOC') {
    return undefined;
  }
  const plain = Object.fromEntries((same ?? []).map((locale) => [locale, (names['en'] ?? []).slice(0, 1)]));
  return {
    id,
    class: code !== undefined && /^[A-Z]{2}$/u.test(code) ? 'country' : kind[type],
    ...(code === undefined ? {} : { code }),
    names: { ...plain, ...names },
  };
}

/** Every number in digits that stands by itself. One that could be read in two ways is left out. */
function digitsOf(text: string, language: string): readonly Placeable[] {
  return tokenize(text).flatMap(({ kind, start, end, text: written }): Placeable[] => {
    const value = kind === 'number' ? parseNumber(written, language) : undefined;
    return value === undefined ? [] : [{ kind: 'number', start, end, ...value }];
  });
}

function parseNumber(
  written: string,
  language: string,
): { readonly value: number; readonly fractionDigits: number } | undefined {
  const parts = new Intl.NumberFormat(language, { useGrouping: true }).formatToParts(1_234_567.5);
  const markOf = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const [group, decimal] = [markOf('group'), markOf('decimal')];
  const [whole = '', fraction, more] = written.split(decimal);
  const groups = group === '' ? [whole] : whole.split(group);
  const isGrouped = groups.every((each, at) =>
    at === 0 ? each.length <= 3 || groups.length === 1 : each.length === 3,
  );
  const digits = groups.join('');
  return more === undefined && isGrouped && /^\d+$/u.test(digits) && /^\d*$/u.test(fraction ?? '')
    ? { value: Number(`${digits}.${fraction ?? '0'}`), fractionDigits: fraction?.length ?? 0 }
    : undefined;
}

/** "three days": its translation may be in digits. */
function spelledValue(
  text: string,
  { start, end, reading }: ValueMention,
): readonly (Span & { readonly value: number })[] {
  const isSpelled = reading.kind === 'value' && !/\d/u.test(text.slice(start, end));
  const value = isSpelled ? numberOf(reading.value) : undefined;
  return value === undefined ? [] : [{ start, end, value }];
}

function numberOf(value: EntityValue): number | undefined {
  switch (value.kind) {
    case 'number':
    case 'percent':
    case 'ordinal':
      return value.value;
    case 'money':
      return value.amount;
    case 'duration':
      return Number(/\d+/u.exec(value.duration)?.[0] ?? 0);
    case 'date':
    case 'time':
      return undefined;
  }
}
