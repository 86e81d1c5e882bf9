import type { Captured } from './pattern.ts';
import { type Rule, rule } from './rule.ts';
import type { Senses, TimeAmount } from './senses.ts';

/** Lengths of time. */
export const DURATION_RULES: readonly Rule[] = [
  rule('number dash? unit halfAfter?', (get) =>
    readAmount((get('number') ?? 0) + (get('halfAfter') === true ? 0.5 : 0), get),
  ),
  rule('number unit and article? fraction dash? other:unit', (get) => {
    const [first, second] = [get('unit'), get('unit', 'other')];
    return first === undefined || second === undefined
      ? undefined
      : {
          duration: [
            { amount: (get('number') ?? 0) * first.times, unit: first.unit },
            { amount: get('fraction') ?? 0, unit: second.unit },
          ],
        };
  }),
  rule('number dash? unit and article? fraction', (get) => {
    const whole = get('number');
    return whole === undefined ? undefined : readAmount(whole + (get('fraction') ?? 0), get);
  }),
  rule('vague (of | article)? unit', (get) => readAmount(undefined, get)),
  rule('a unit', (get) => soft(readAmount(1, get))),
  rule('article? fraction (dash | article | of)? article? unit', (get) => readAmount(get('fraction'), get)),
];

/** "an hour and 30 minutes". */
export const DURATION_CHAIN: readonly Rule[] = [
  rule('duration (comma | and)? second:duration ((comma | and)? third:duration)?', (get) => {
    const parts = [
      ...(get('duration') ?? []),
      ...(get('duration', 'second') ?? []),
      ...(get('duration', 'third') ?? []),
    ];
    return falls(parts) ? { duration: parts } : undefined;
  }),
];

const UNIT_ORDER = [
  'century',
  'decade',
  'year',
  'half-year',
  'quarter',
  'month',
  'week',
  'weekend',
  'day',
  'hour',
  'minute',
  'second',
];

function falls(parts: readonly TimeAmount[]): boolean {
  return parts.every(({ unit }, index) => {
    const next = parts[index + 1]?.unit;
    return next === undefined || UNIT_ORDER.indexOf(unit) < UNIT_ORDER.indexOf(next);
  });
}

function soft(senses: Partial<Senses> | undefined): Partial<Senses> | undefined {
  return senses && { ...senses, unsure: true };
}

/** Where an hour's word is that of the clock too ("8 heures"), the words around it decide. */
function readAmount(amount: number | undefined, get: Captured): Partial<Senses> | undefined {
  const unit = get('unit');
  const mark = get('hourMark', 'unit') ?? get('yearMark', 'unit');
  if (unit === undefined) {
    return undefined;
  }
  const named = get('hourMark', 'unit') === true ? get('hour', 'number') : undefined;
  const hour = named === 24 && get('digits', 'number') === undefined ? undefined : named;
  const year = get('year', 'number');
  if (mark === true && unit.unit === 'year' && year !== undefined && get('digits', 'number') !== undefined) {
    return undefined;
  }
  return {
    duration: [
      amount === undefined
        ? { unit: unit.unit }
        : { amount: Number((amount * unit.times).toPrecision(12)), unit: unit.unit },
    ],
    ...(hour === undefined ? {} : { time: { hour, minute: 0, open: true } }),
  };
}
