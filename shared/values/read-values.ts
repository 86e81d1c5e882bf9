import { AMOUNT_RULES } from './amount-rules.ts';
import { composeNumbers } from './compose-numbers.ts';
import { CALENDAR_RULES } from './dates/calendar-rules.ts';
import { PLACED_RULES } from './dates/compound-rules.ts';
import { DATED_TIME_RULES, TIME_OF_PART_RULES } from './dates/dated-time-rules.ts';
import { DISTANCE_RULES } from './dates/distance-rules.ts';
import { RANGE_RULES, YEAR_LIST_RULES } from './dates/range-rules.ts';
import { RELATIVE_RULES } from './dates/relative-rules.ts';
import { DURATION_CHAIN, DURATION_RULES } from './duration-rules.ts';
import type { Lexeme } from './lexeme.ts';
import { applyRules, type Level, level } from './rule.ts';
import { CLOCK_RANGE_RULES, CLOCK_RULES } from './time-rules.ts';
import { joinSpelledYears, MARKED_NUMBER_RULES } from './year-names.ts';

/** Rules in the order in which larger readings are built from smaller ones. */
const LEVELS: readonly Level[] = [
  level(MARKED_NUMBER_RULES),
  level(AMOUNT_RULES, CALENDAR_RULES, RELATIVE_RULES, DURATION_RULES, CLOCK_RULES),
  level(DURATION_CHAIN, YEAR_LIST_RULES, TIME_OF_PART_RULES),
  level(CLOCK_RANGE_RULES, PLACED_RULES, DISTANCE_RULES),
  level(PLACED_RULES, DISTANCE_RULES),
  level(DATED_TIME_RULES),
  level(RANGE_RULES),
];

/** Reads the lexemes of an island into values; lexemes that are part of none stay as they are. */
export function readValues(island: readonly Lexeme[]): readonly Lexeme[] {
  return LEVELS.reduce(
    (lexemes, each) => applyRules(lexemes, each),
    composeNumbers(joinSpelledYears(island)),
  );
}
