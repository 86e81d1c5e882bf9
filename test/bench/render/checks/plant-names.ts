import type { GazetteerEntry } from '../../../../shared/document/gazetteer-entry.ts';
import { type Locale, languageOf, scriptOf } from '../../../../shared/document/locale.ts';
import { renderedName } from '../../../../shared/gazetteer/gazetteer-entry.ts';
import type { ReadName } from '../../../../shared/gazetteer/name-reader.ts';
import type { CheckedPair } from '../../../../shared/quality/checked-pair.ts';
import { type Choices, type Planted, planted } from './planted.ts';

/** Wrong names that are tried for a name: not every one can stand in its form. */
const TRIED = 40;

/**
 * Puts another name of the same kind (person, city, country, company ...) where a name of the source stands
 * in the target, everywhere, in the locale's own form, and inflected as the right one is.
 */
export function plantName(pair: CheckedPair, { entries, seed }: Choices): Planted | undefined {
  const { source, target, sourceLocale, locale, names = [], reader } = pair;
  if (reader === undefined || target === source) {
    return undefined;
  }
  const read = reader.read(target, locale);
  const wanted = names.filter(({ id }) => read.some((name) => isCalled(name, id)));
  const right = wanted[seed % Math.max(1, wanted.length)];
  const entry = right && reader.entryOf(right.id);
  if (right === undefined || entry === undefined) {
    return undefined;
  }
  const named = reader.read(source, sourceLocale);
  const pool = entries.filter(
    ({ id, type, subtype, country = '' }) =>
      type === entry.type &&
      subtype === entry.subtype &&
      country !== entry.code &&
      !named.some((name) => isCalled(name, id)),
  );
  const places = read.filter((name) => isCalled(name, right.id));
  if (places.some(({ start }) => isKept(target.slice(start), locale))) {
    return undefined;
  }
  for (let at = 0; at < Math.min(TRIED, pool.length); at += 1) {
    const other = pool[(seed + at * 31) % pool.length];
    const bad = other && replaced(target, places, { entry, other, locale });
    if (bad !== undefined && !right.forms.some((form) => bad.includes(form))) {
      return planted(pair, bad);
    }
  }
  return undefined;
}

function isCalled({ entries }: ReadName, wanted: string): boolean {
  return entries.some(({ id }) => id === wanted);
}

/** A name in Latin letters beside other ones is only the source's form in brackets. */
function isKept(name: string, locale: Locale): boolean {
  return scriptOf(locale) !== 'Latn' && /^\p{Script=Latin}/u.test(name);
}

interface Exchange {
  readonly entry: GazetteerEntry;
  readonly other: GazetteerEntry;
  readonly locale: Locale;
}

/** The text with another name in every place; undefined where one of them cannot take it. */
function replaced(
  target: string,
  places: readonly ReadName[],
  { entry, other, locale }: Exchange,
): string | undefined {
  const wrong = renderedName(other, locale);
  const forms = Object.keys(entry.names)
    .filter((tag) => tag === 'en' || tag.split('-')[0] === languageOf(locale))
    .flatMap((tag) => entry.names[tag] ?? []);
  let text: string | undefined = target;
  for (const { start, end } of places.toReversed()) {
    const name = wrong && inflectedLike(target.slice(start, end), forms, wrong);
    text =
      name === undefined || target.includes(name)
        ? undefined
        : text && text.slice(0, start) + name + text.slice(end);
  }
  return text;
}

/** `wrong` with the prefix and the ending that `text` has beside one of its forms, where it can take them. */
function inflectedLike(text: string, forms: readonly string[], wrong: string): string | undefined {
  if (forms.includes(text)) {
    return wrong;
  }
  const last = forms.map((form) => form.split(' ').at(-1) ?? form);
  const whole = forms.find((form) => text.endsWith(form));
  const part = last.find((form) => text.endsWith(form));
  if (whole !== undefined) {
    return text.slice(0, -whole.length) + wrong;
  }
  if (part !== undefined) {
    const lastWrong = wrong.split(' ').at(-1) ?? wrong;
    const isName = !/\s/u.test(text) && lastWrong.length > 2 && !/^[\p{Lu}.]+$/u.test(lastWrong);
    return isName ? text.slice(0, -part.length) + lastWrong : undefined;
  }
  if (/\s/u.test(wrong + text) || !/^\p{Lu}/u.test(wrong)) {
    return undefined;
  }
  const form = last.toSorted((a, b) => commonStart(text, b) - commonStart(text, a))[0] ?? '';
  const shared = commonStart(text, form);
  const [ending, own] = [text.slice(shared), form.slice(shared)];
  const takesIt = own === '' ? isConsonant(wrong) === isConsonant(form) : wrong.endsWith(own);
  return shared * 2 > form.length && takesIt && !ending.includes(' ')
    ? wrong.slice(0, wrong.length - own.length) + ending
    : undefined;
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) {
    at += 1;
  }
  return at;
}

/** Endings follow what a name ends in. */
function isConsonant(name: string): boolean {
  return !/[aeiouyаеиоуыэюяіїєёαεηιουωıöüâîû]$/iu.test(name.normalize('NFD').replaceAll(/\p{M}/gu, ''));
}
