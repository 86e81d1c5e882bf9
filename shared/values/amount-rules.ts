import type { EntityValue } from '../document/entity-mention.ts';
import type { EntityType } from '../document/entity-type.ts';
import { type Rule, rule } from './rule.ts';
import type { Senses } from './senses.ts';

/** Percentages, money, quantities with a unit, ages. */
export const AMOUNT_RULES: readonly Rule[] = [
  rule('number dash? percent', (get) => {
    const value = get('number');
    return value === undefined ? undefined : valued('PERCENT', { kind: 'percent', value });
  }),
  rule('percent number', (get) => {
    const value = get('number');
    return value === undefined || get('digits', 'number') === undefined
      ? undefined
      : valued('PERCENT', { kind: 'percent', value });
  }),
  rule('currency other:currency? number', (get) =>
    money(get('number'), get('currency', 'other') ?? get('currency'), get('currency')),
  ),
  rule('number dash? of? currency', (get) => money(get('number'), get('currency'))),
  rule('number dash? unit dash? old', (get) => {
    const value = get('number');
    return value === undefined || get('unit')?.unit !== 'year'
      ? undefined
      : valued('QUANTITY', { kind: 'number', value, unit: 'year' });
  }),
  rule('number dash? measure', (get) => {
    const value = get('number');
    const unit = get('measure');
    return value === undefined || unit === undefined || get('digits', 'number') === undefined
      ? undefined
      : valued('QUANTITY', { kind: 'number', value, unit });
  }),
];

function money(
  amount: number | undefined,
  currency: string | undefined,
  first = currency,
): Partial<Senses> | undefined {
  // "US $ 5" and "$5 CAD" name the currency twice: the letters know better than the sign.
  const code = first !== undefined && first !== 'USD' ? first : currency;
  return amount === undefined || code === undefined || code === ''
    ? undefined
    : valued('MONEY', { kind: 'money', amount, currency: code });
}

function valued(type: EntityType, value: EntityValue): Partial<Senses> {
  return { value: { type, value } };
}
