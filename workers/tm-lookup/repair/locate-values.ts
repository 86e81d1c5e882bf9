import { fallbackChain } from '../../../config/locales.ts';
import type { Locale } from '../../../shared/document/locale.ts';
import type { Span } from '../../../shared/document/span.ts';
import { dateForms } from './date-forms.ts';
import type { RepairFrames } from './frames.ts';
import { type Form, numberForms } from './number-forms.ts';
import type { Placeable } from './placeable.ts';
import { timeForms } from './time-forms.ts';

/** A value of the source where its translation has it; `places` are all where it could be. */
export interface Located {
  readonly placeable: Placeable;
  readonly form?: Form;
  readonly places: readonly Span[];
}

/**
 * Finds each value in a translation, in the form in which it stands there. Numbers come last: what
 * belongs to a date or a time is not looked at again.
 */
export function locateValues(
  placeables: readonly Placeable[],
  target: string,
  { locale, frames }: { readonly locale: Locale; readonly frames: RepairFrames },
): readonly Located[] {
  const found = new Map<Placeable, Located>();
  let open = target;
  const numbers = placeables.filter(({ kind }) => kind === 'number');
  const ordered = [...placeables.filter(({ kind }) => kind !== 'number'), ...numbers];
  for (const placeable of ordered) {
    const located = locate(placeable, open, formsOf(placeable, locale, frames));
    found.set(placeable, located);
    if (placeable.kind !== 'number') {
      open = located.places.reduce((text, { start, end }) => blank(text, start, end), open);
    }
  }
  return placeables.flatMap((placeable) => found.get(placeable) ?? []);
}

/** The ways in which a value may be written in a locale, the usual one first. */
function formsOf(placeable: Placeable, locale: Locale, frames: RepairFrames): readonly Form[] {
  switch (placeable.kind) {
    case 'number':
      return numberForms(placeable, locale);
    case 'date':
      return dateForms(placeable, locale, frames);
    case 'time':
      return timeForms(placeable);
    case 'name':
      return namesIn(placeable, locale).map((text) => ({ text, of: (other) => namesIn(other, locale)[0] }));
    case 'literal':
      return [{ text: placeable.text, of: (other) => (other.kind === 'literal' ? other.text : undefined) }];
  }
}

function namesIn(placeable: Placeable, locale: Locale): readonly string[] {
  return placeable.kind === 'name'
    ? (fallbackChain(locale)
        .map((each) => placeable.name.names[each] ?? [])
        .find((names) => names.length > 0) ?? [])
    : [];
}

/** The longest form that stands there; a shorter one would be a part of it. */
function locate(placeable: Placeable, target: string, forms: readonly Form[]): Located {
  const longestFirst = forms.toSorted((a, b) => b.text.length - a.text.length);
  for (const form of longestFirst) {
    const places = placesOf(form.text, target);
    if (places.length > 0) {
      return { placeable, form, places };
    }
  }
  return { placeable, places: [] };
}

/** Every place of `form` that is not a part of a longer number. */
function placesOf(form: string, text: string): readonly Span[] {
  const places: Span[] = [];
  if (form === '') {
    return places;
  }
  for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + form.length)) {
    const end = at + form.length;
    if (!isInsideNumber(text, { start: at, end })) {
      places.push({ start: at, end });
    }
  }
  return places;
}

function isInsideNumber(text: string, { start, end }: Span): boolean {
  const digitFirst = /^\p{Nd}/u.test(text.slice(start));
  const digitLast = /\p{Nd}$/u.test(text.slice(0, end));
  return (
    (digitFirst && /\p{Nd}[.,:٫٬'’/\u00A0\u202F]?$/u.test(text.slice(Math.max(0, start - 2), start))) ||
    (digitLast && /^[.,:٫٬'’/\u00A0\u202F]?\p{Nd}/u.test(text.slice(end, end + 2)))
  );
}

function blank(text: string, start: number, end: number): string {
  return `${text.slice(0, start)}${'\u0000'.repeat(end - start)}${text.slice(end)}`;
}
