import type { Placeable } from './placeable.ts';

/** One way of writing a value of a class in a locale. */
export interface Form {
  readonly text: string;
  /** Another value of the same class in the same way; undefined where it has none. */
  readonly of: (other: Placeable) => string | undefined;
}

interface NumberStyle {
  readonly digits: readonly string[];
  readonly group: string;
  readonly decimal: string;
}

/** Digits of the systems in which translations write numbers, 0 first. */
const DIGITS: Readonly<Record<string, string>> = {
  latn: '0123456789',
  arab: '٠١٢٣٤٥٦٧٨٩',
  arabext: '۰۱۲۳۴۵۶۷۸۹',
  deva: '०१२३४५६७८९',
  thai: '๐๑๒๓๔๕๖๗๘๙',
};

/**
 * The ways of writing a number in `locale`: the locale's own marks first, then grouped by the spaces
 * and marks that its writers use, then without groups; in Latin digits and in the locale's own.
 */
export function numberForms(placeable: Placeable, locale: string): readonly Form[] {
  return stylesOf(locale).flatMap((style) => {
    const text = writeNumber(placeable, style);
    return text === undefined ? [] : [{ text, of: (other) => writeNumber(other, style) }];
  });
}

function writeNumber(placeable: Placeable, { digits, group, decimal }: NumberStyle): string | undefined {
  if (placeable.kind !== 'number' || placeable.value < 0 || placeable.value >= 1e15) {
    return undefined;
  }
  const [whole = '', fraction] = placeable.value.toFixed(placeable.fractionDigits).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, group);
  const written = fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
  return written.replaceAll(/\d/gu, (digit) => digits[Number(digit)] ?? digit);
}

const known = new Map<string, readonly NumberStyle[]>();

function stylesOf(locale: string): readonly NumberStyle[] {
  const styles = known.get(locale) ?? makeStyles(locale);
  known.set(locale, styles);
  return styles;
}

function makeStyles(locale: string): readonly NumberStyle[] {
  const native = new Intl.Locale(locale).maximize().language === 'fa' ? 'arabext' : nativeSystem(locale);
  return [...new Set(['latn', native])].flatMap((system) => {
    const format = new Intl.NumberFormat(locale, { numberingSystem: system, minimumFractionDigits: 1 });
    const parts = format.formatToParts(1_234_567.5);
    const group = parts.find(({ type }) => type === 'group')?.value ?? '';
    const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
    const digits = [...(DIGITS[system] ?? '')];
    const groups = [group, '\u00A0', '\u202F', ' ', ''].filter((mark) => mark !== decimal);
    return [...new Set(groups)].map((mark) => ({ digits, group: mark, decimal }));
  });
}

function nativeSystem(locale: string): string {
  const system = new Intl.NumberFormat(`${locale}-u-nu-native`).resolvedOptions().numberingSystem;
  return DIGITS[system] === undefined ? 'latn' : system;
}
