import type { Span } from '../../../shared/document/span.ts';

/** The fields of a date as far as the text writes them. */
export interface WrittenDate {
  readonly year?: number;
  /** 1..12 */
  readonly month?: number;
  readonly day?: number;
  /** 1 Monday .. 7 Sunday */
  readonly weekday?: number;
}

/** A name that stands in a gazetteer, with what its translation depends on. */
export interface KnownName {
  readonly id: string;
  readonly class: 'country' | 'place' | 'organization' | 'person';
  /** ISO 3166 code of a country. */
  readonly code?: string;
  /** Forms per locale, the usual one first. */
  readonly names: Readonly<Record<string, readonly string[]>>;
}

/**
 * Something in a source text whose translation follows from data: another of its class can be put in
 * its place. Amounts, shares and durations are their number alone; the words around it are text.
 */
export type Placeable = Span &
  (
    | {
        readonly kind: 'number';
        readonly value: number;
        readonly fractionDigits: number;
        /** In words: it is text, never exchanged, but its translation may be in digits. */
        readonly spelled?: true;
      }
    | { readonly kind: 'date'; readonly date: WrittenDate }
    | { readonly kind: 'time'; readonly hour: number; readonly minute: number }
    | { readonly kind: 'name'; readonly name: KnownName }
    /** An address or a handle: the same in every language. */
    | { readonly kind: 'literal'; readonly text: string }
  );

/** Finds what can be exchanged in a text of `language`, in reading order, without overlaps. */
export type ReadPlaceables = (text: string, language: string) => readonly Placeable[];

/** Tells whether another of its class may take its place. */
export function isExchangeable(placeable: Placeable): boolean {
  return placeable.kind !== 'number' || placeable.spelled !== true;
}

/** Two of one class can stand for each other: dates of the same fields, names of the same kind. */
export function classOf(placeable: Placeable): string {
  switch (placeable.kind) {
    case 'number':
    case 'time':
    case 'literal':
      return placeable.kind;
    case 'date':
      return `date:${fieldsOf(placeable.date)}`;
    case 'name':
      return `name:${placeable.name.class}`;
  }
}

/** Tells whether two placeables of one class say the same. */
export function sameValue(a: Placeable, b: Placeable): boolean {
  return valueOf(a) === valueOf(b);
}

/** What a placeable says, as one text: equal for equal values. */
export function valueOf(placeable: Placeable): string {
  switch (placeable.kind) {
    case 'number':
      return placeable.value.toFixed(placeable.fractionDigits);
    case 'time':
      return `${placeable.hour}:${placeable.minute}`;
    case 'literal':
      return placeable.text;
    case 'date': {
      const { year, month, day, weekday } = placeable.date;
      return [year, month, day, weekday].join('-');
    }
    case 'name':
      return placeable.name.id;
  }
}

/** Which fields are written, in a fixed order: `year-month-day`, `month-day`, `weekday`. */
export function fieldsOf({ year, month, day, weekday }: WrittenDate): string {
  const fields = Object.entries({ weekday, year, month, day });
  return fields
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name)
    .join('-');
}
