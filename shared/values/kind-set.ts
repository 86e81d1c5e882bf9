import type { Kind } from './senses.ts';

const BITS: ReadonlyMap<string, number> = new Map(
  (
    [
      'month',
      'unsure',
      'weekday',
      'unit',
      'dayWord',
      'which',
      'whichAfter',
      'neighbour',
      'ago',
      'agoBefore',
      'later',
      'earlier',
      'inBefore',
      'within',
      'nearest',
      'closed',
      'dayBefore',
      'now',
      'fromNow',
      'part',
      'partOfDay',
      'season',
      'mod',
      'meridiem',
      'hourMark',
      'minuteMark',
      'yearMark',
      'monthMark',
      'dayMark',
      'holiday',
      'ordinal',
      'number',
      'digits',
      'scale',
      'fraction',
      'vague',
      'article',
      'of',
      'from',
      'to',
      'between',
      'and',
      'bound',
      'prep',
      'atClock',
      'every',
      'recur',
      'fiscal',
      'clockPast',
      'clockTo',
      'zone',
      'currency',
      'percent',
      'measure',
      'old',
      'comma',
      'dash',
      'slash',
      'dom',
      'year',
      'hour',
      'minute',
      'clock',
      'quarter',
      'decades',
      'decade',
      'date',
      'time',
      'duration',
      'value',
      'numericDate',
      'a',
      'capital',
      'era',
      'ordinalMark',
      'halfAfter',
      'dotClock',
    ] satisfies readonly Kind[]
  ).map((kind, bit) => [kind, bit]),
);

/** Three words of bits that name a set of kinds. */
export interface KindSet {
  readonly low: number;
  readonly high: number;
  readonly top: number;
}

/** The bits of `kinds`. */
export function kindSet(kinds: readonly string[]): KindSet {
  let [low, high, top] = [0, 0, 0];
  for (const kind of kinds) {
    const place = BITS.get(kind) ?? -1;
    const bit = 1 << (place & 31);
    if (place >= 64) {
      top |= bit;
    } else if (place >= 32) {
      high |= bit;
    } else if (place >= 0) {
      low |= bit;
    }
  }
  return { low, high, top };
}

/** The kinds of all of `sets`. */
export function joinKinds(sets: readonly KindSet[]): KindSet {
  return sets.reduce((a, b) => ({ low: a.low | b.low, high: a.high | b.high, top: a.top | b.top }), {
    low: 0,
    high: 0,
    top: 0,
  });
}

/** Tells whether a lexeme has one of the kinds of a set. */
export function meets(lexeme: KindSet, set: KindSet): boolean {
  return (lexeme.low & set.low) !== 0 || (lexeme.high & set.high) !== 0 || (lexeme.top & set.top) !== 0;
}

/** Tells whether the name is that of a kind. */
export function isKind(name: string): name is Kind {
  return BITS.has(name);
}
