import { CALENDAR_RULES } from '../dates/calendar-rules.ts';
import { PLACED_RULES } from '../dates/compound-rules.ts';
import { DATED_TIME_RULES, TIME_OF_PART_RULES } from '../dates/dated-time-rules.ts';
import { DISTANCE_RULES } from '../dates/distance-rules.ts';
import { RANGE_RULES, YEAR_LIST_RULES } from '../dates/range-rules.ts';
import { RELATIVE_RULES } from '../dates/relative-rules.ts';
import { AMOUNT_RULES } from './amount-rules.ts';
import { composeNumbers } from './compose-numbers.ts';
import { DURATION_CHAIN, DURATION_RULES } from './duration-rules.ts';
import { type KindSet, kindSet, meets } from './kind-set.ts';
import { type Lexeme } from './lexeme.ts';
import { applyRules, type Rule } from './rule.ts';
import { CLOCK_RANGE_RULES, CLOCK_RULES } from './time-rules.ts';

/** Rules in the order in which larger readings are built from smaller ones. */
const LEVELS: readonly (readonly Rule[])[] = [
  [...AMOUNT_RULES, ...CALENDAR_RULES, ...RELATIVE_RULES, ...DURATION_RULES, ...CLOCK_RULES],
  [...DURATION_CHAIN, ...YEAR_LIST_RULES, ...TIME_OF_PART_RULES],
  [...CLOCK_RANGE_RULES, ...PLACED_RULES, ...DISTANCE_RULES],
  [...PLACED_RULES, ...DISTANCE_RULES],
  DATED_TIME_RULES,
  RANGE_RULES,
];

/** Kinds that a value has at least one of. */
const SEEDS: KindSet = kindSet([
  'month',
  'weekday',
  'dayWord',
  'partOfDay',
  'unit',
  'number',
  'ordinal',
  'holiday',
  'season',
  'decade',
  'quarter',
  'recur',
  'date',
  'clock',
  'numericDate',
  'part',
  'year',
]);

/** Reads the lexemes of an island into values; lexemes that are part of none stay as they are. */
export function readValues(island: readonly Lexeme[]): readonly Lexeme[] {
  if (!island.some((lexeme) => meets(lexeme, SEEDS))) {
    return [];
  }
  return LEVELS.reduce((lexemes, rules) => applyRules(lexemes, rules), composeNumbers(island));
}
