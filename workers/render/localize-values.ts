import type { EntityValue } from '../../shared/document/entity-mention.ts';
import type { LocaleKit } from './locale-kit.ts';
import { localizeTime, localizeTimex } from './localize-dates.ts';

/**
 * Writes a value as the locale does, by `Intl` and the house style: dates as far as their fields are
 * known, times of day, ranges of both, amounts, shares, measures, lengths of time, ordinals. Undefined
 * for phrases ("next year"), and for ordinals whose form the words around them decide.
 */
export function localizeValue(value: EntityValue | undefined, kit: LocaleKit): string | undefined {
  switch (value?.kind) {
    case 'date':
      return localizeTimex(value.timex, kit);
    case 'money':
      return /^[A-Z]{3}$/u.test(value.currency) ? kit.formatMoney(value.amount, value.currency) : undefined;
    case 'percent':
      return kit.formatPercent(value.value);
    case 'number':
      return value.unit === undefined
        ? kit.formatNumber(value.value)
        : kit.formatUnit(value.value, value.unit);
    case 'duration':
      return localizeDuration(value.duration, kit);
    case 'time':
      return localizeTime(value, kit);
    case 'ordinal':
      return kit.formatOrdinal(value.value);
    case undefined:
      return undefined;
  }
}

const DURATION =
  /^P(?:(?<year>\d+)Y)?(?:(?<month>\d+)M)?(?:(?<week>\d+)W)?(?:(?<day>\d+)D)?(?:T(?:(?<hour>\d+)H)?(?:(?<minute>\d+)M)?(?:(?<second>\d+(?:\.\d+)?)S)?)?$/u;

/** `PT1H30M` -> `1 hora y 30 minutos`; undefined where a number is left open (`PXD`). */
function localizeDuration(duration: string, kit: LocaleKit): string | undefined {
  const fields = Object.entries(DURATION.exec(duration)?.groups ?? {});
  const parts = fields.flatMap(([unit, amount]) =>
    amount === undefined ? [] : (kit.formatUnit(Number(amount), unit) ?? []),
  );
  return parts.length === 0 ? undefined : kit.list(parts);
}
