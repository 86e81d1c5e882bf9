import { type Candidate, RANK, type Recognizer } from '../candidate.ts';
import { DURATION_RULES } from './duration-rules.ts';
import { MONEY_RULES } from './money-rules.ts';
import { NUMBER_RULES } from './number-rules.ts';
import type { ValueRule } from './value-rule.ts';

/** What every value has: a digit, or the word of a unit. Most sentences have neither. */
const HINT =
  /\d|second|minute|hour|day|week|month|year|decade|night|noon|per\s?cent|dollar|euro|pound|yen|yuan|renminbi|peso|rupee|franc|rou?ble|hryvnia|shekel|lira|real/iu;

const RULES: readonly ValueRule[] = [...DURATION_RULES, ...MONEY_RULES, ...NUMBER_RULES];

/**
 * Finds times, durations, money, percentages, quantities and numbers in English text, each with its
 * value. A span covers what another locale writes anew and nothing more: the number of "10,000
 * soldiers", but the number and unit of "12 kilometers".
 */
export const recognizeValues: Recognizer = (view) =>
  view.segments
    .filter(({ text }) => HINT.test(text))
    .flatMap(({ index, text }) =>
      RULES.flatMap(({ pattern, read }) =>
        [...text.matchAll(pattern)].flatMap((match): readonly Candidate[] => {
          const found = read(match.groups ?? {});
          if (found === undefined) {
            return [];
          }
          return [
            {
              segment: index,
              start: match.index,
              end: match.index + match[0].length,
              type: found.type,
              rank: RANK.known,
              confidence: 0.95,
              evidence: 'Written as a value',
              reading: { kind: 'value', value: found.value },
            },
          ];
        }),
      ),
    );
