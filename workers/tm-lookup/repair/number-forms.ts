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
  /** Digits before the first mark: with 2 no mark stands in "1250". */
  readonly leastGrouped: number;
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

function writeNumber(
  placeable: Placeable,
  { digits, group, leastGrouped, decimal }: NumberStyle,
): string | undefined {
  if (placeable.kind !== 'number' || placeable.value < 0 || placeable.value >= 1e15) {
    return undefined;
  }
  const [whole = '', fraction] = placeable.value.toFixed(placeable.fractionDigits).split('.');
  const isGrouped = whole.length >= 3 + leastGrouped;
  const grouped = isGrouped ? whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, group) : whole;
  const written = fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
  return inDigits(written, digits);
}

/** Puts other digits in the place of Latin ones. */
export function inDigits(text: string, digits: readonly string[]): string {
  return text.replaceAll(/\d/gu, (digit) => digits[Number(digit)] ?? digit);
}

/** A locale's own digits, 0 first, where they are others than the Latin ones. */
export function nativeDigits(locale: string): readonly string[] | undefined {
  const system = nativeSystem(locale);
  return system === 'latn' ? undefined : Array.from(DIGITS[system] ?? '');
}

const known = new Map<string, readonly NumberStyle[]>();

function stylesOf(locale: string): readonly NumberStyle[] {
  const styles = known.get(locale) ?? makeStyles(locale);
  known.set(locale, styles);
  return styles;
}

function makeStyles(locale: string): readonly NumberStyle[] {
  return [...new Set(['latn', nativeSystem(locale)])].flatMap((system) => {
    const format = new Intl.NumberFormat(locale, { numberingSystem: system, minimumFractionDigits: 1 });
    const parts = format.formatToParts(1_234_567.5);
    const group = parts.find(({ type }) => type === 'group')?.value ?? '';
    const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
    const digits = Array.from(DIGITS[system] ?? '');
    const usual = format.formatToParts(1234).some(({ type }) => type === 'group') ? 1 : 2;
    const groups = [group, '\u00A0', '\u202F', ' ', ''].filter((mark) => mark !== decimal);
    const marked = [...new Set(groups)].map((mark) => ({ digits, group: mark, leastGrouped: 1, decimal }));
    return [{ digits, group, leastGrouped: usual, decimal }, ...marked];
  });
}

function nativeSystem(locale: string): string {
  const system = new Intl.NumberFormat(`${locale}-u-nu-native`).resolvedOptions().numberingSystem;
  return DIGITS[system] === undefined ? 'latn' : system;
}
