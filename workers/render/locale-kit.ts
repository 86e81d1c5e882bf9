import { directionOf, type Locale } from '../../shared/document/locale.ts';
import { createDateFormatter, type DateFormatter } from './date-formatter.ts';
import type { Labels } from './labels.ts';
import { fillPattern, type LocaleStyle } from './locale-style.ts';
import { createTypesetter, type Typesetter } from './typography/typesetter.ts';

/** Everything that depends on the locale alone: labels, style, and formatters, which are dear to make. */
export interface LocaleKit {
  readonly locale: Locale;
  readonly direction: 'ltr' | 'rtl';
  readonly labels: Labels;
  readonly style: LocaleStyle;
  /** Sets text of the locale in its house style. */
  readonly typeset: Typesetter;
  readonly formatDate: DateFormatter;
  /** A whole number or a fraction in the locale's digits and grouping. */
  readonly formatNumber: (value: number) => string;
  /** `3rd`, `3.`; undefined where the form depends on gender or case, which only the words around it tell. */
  readonly formatOrdinal: (value: number) => string | undefined;
  /** 50 for "50 %". */
  readonly formatPercent: (percent: number) => string;
  readonly formatMoney: (amount: number, currency: string) => string;
  /** An amount of a CLDR unit in words (`5 kilómetros`); undefined for a unit that `Intl` does not know. */
  readonly formatUnit: (amount: number, unit: string) => string | undefined;
  readonly list: (items: readonly string[]) => string;
  /** A list's elements and what stands between them, in order. */
  readonly listParts: (items: readonly string[]) => readonly ListPart[];
  /** The locale's word for a language; undefined where it has none. */
  readonly languageName: (locale: string) => string | undefined;
}

interface ListPart {
  readonly type: 'element' | 'literal';
  readonly value: string;
}

/** Makes the kit of one locale. Formatters never depend on the machine's time zone or defaults. */
export function createLocaleKit(locale: Locale, labels: Labels, style: LocaleStyle): LocaleKit {
  const { numberingSystem } = style;
  const number = new Intl.NumberFormat(locale, { numberingSystem, maximumFractionDigits: 3 });
  const percent = new Intl.NumberFormat(locale, {
    numberingSystem,
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const list = new Intl.ListFormat(locale, { type: 'conjunction', style: 'long' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
  return {
    locale,
    direction: directionOf(locale),
    labels,
    style,
    typeset: createTypesetter(locale, style.typography, style.quotes),
    formatDate: createDateFormatter(locale, style),
    formatNumber: remembered((value: number) => number.format(value)),
    formatOrdinal: createOrdinalFormatter(locale, style),
    formatPercent: (value) => percent.format(value / 100),
    formatMoney: createMoneyFormatter(locale, style),
    formatUnit: createUnitFormatter(locale, style),
    list: (items) => list.format(items),
    listParts: (items) => list.formatToParts(items),
    languageName: remembered((tag: string) => languages.of(tag)),
  };
}

/** Numbers of sentences and minutes, and source languages, are few; more than these are worked out again. */
const MAX_REMEMBERED = 1000;

function remembered<Key, Value>(tell: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? tell(key);
    if (known.size < MAX_REMEMBERED) {
      known.set(key, value);
    }
    return value;
  };
}

/** Formats are made once per currency: articles use few. */
function createMoneyFormatter(
  locale: Locale,
  style: LocaleStyle,
): (amount: number, currency: string) => string {
  const formats = new Map<string, Intl.NumberFormat>();
  return (amount, currency) => {
    const known = formats.get(currency);
    const format =
      known ??
      new Intl.NumberFormat(locale, {
        numberingSystem: style.numberingSystem,
        style: 'currency',
        currency,
        minimumFractionDigits: 0,
      });
    formats.set(currency, format);
    return format.format(amount);
  };
}

const UNITS: ReadonlySet<string> = new Set(Intl.supportedValuesOf('unit'));

function createUnitFormatter(
  locale: Locale,
  { numberingSystem }: LocaleStyle,
): (amount: number, unit: string) => string | undefined {
  const formats = new Map<string, Intl.NumberFormat>();
  return (amount, unit) => {
    if (!UNITS.has(unit)) {
      return undefined;
    }
    const format =
      formats.get(unit) ??
      new Intl.NumberFormat(locale, { numberingSystem, style: 'unit', unit, unitDisplay: 'long' });
    formats.set(unit, format);
    return format.format(amount);
  };
}

function createOrdinalFormatter(
  locale: Locale,
  { numberingSystem, ordinalForms }: LocaleStyle,
): (value: number) => string | undefined {
  if (ordinalForms === undefined) {
    return () => undefined;
  }
  const plurals = new Intl.PluralRules(locale, { type: 'ordinal' });
  const number = new Intl.NumberFormat(locale, { numberingSystem });
  return (value) => {
    const form = ordinalForms[plurals.select(value)];
    return form === undefined ? undefined : fillPattern(form, { number: number.format(value) });
  };
}
