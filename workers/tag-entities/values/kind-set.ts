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
  const words = [0, 0, 0];
  for (const kind of kinds) {
    const bit = BITS.get(kind);
    if (bit !== undefined) {
      words[bit >> 5] = (words[bit >> 5] ?? 0) | (1 << (bit & 31));
    }
  }
  return { low: words[0] ?? 0, high: words[1] ?? 0, top: words[2] ?? 0 };
}

/** Tells whether a lexeme has one of the kinds of a set. */
export function meets(lexeme: KindSet, set: KindSet): boolean {
  return (lexeme.low & set.low) !== 0 || (lexeme.high & set.high) !== 0 || (lexeme.top & set.top) !== 0;
}

/** Tells whether the name is that of a kind. */
export function isKind(name: string): name is Kind {
  return BITS.has(name);
}
