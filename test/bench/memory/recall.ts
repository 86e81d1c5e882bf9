import { collapse, toComparable } from '../../../shared/memory/comparable.ts';
import { createLocalIndex } from '../../../shared/memory/local-index.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import type { Row } from '../report.ts';
import { answersOf } from './ask.ts';
import { goal } from './lookups.ts';
import type { Bench, SpeedMeasure } from './measure.ts';
import { compareAnswers, createOracle, sumRecall } from './oracle.ts';

const MIN_SCORE = 70;

/** Compares answers, with a copy of the index and without, with those of a comparison with every source, in the same run; the oracle's speed beside it. */
export const recall: SpeedMeasure = {
  name: 'recall',
  async run({ client, memory, units, queries }) {
    const asked = queries.slice(0, units.length > 500_000 ? 60 : 300);
    const oracle = createOracle(new Set(units.map(({ source }) => collapse(source.text))));
    const before = process.cpuUsage();
    const expected = asked.map((query) => oracle.search(query, MIN_SCORE));
    const { user } = process.cpuUsage(before);
    const comparisons = [];
    for (const each of [memory, createRedisMemory(client)]) {
      const answers = await answersOf(each, asked, MIN_SCORE);
      comparisons.push(...expected.map((right, at) => compareAnswers(right, answers[at] ?? new Map())));
    }
    const sum = sumRecall(comparisons);
    const samples = sum.expected;
    return [
      goal(
        { measure: 'matches found of the oracle’s, at 70', unit: '%', samples },
        (100 * sum.found) / sum.expected,
        { least: 100 },
      ),
      goal({ measure: 'matches that the oracle does not have', unit: '', samples }, sum.extra, { most: 0 }),
      {
        measure: 'comparison with every source',
        value: user / asked.length,
        unit: 'us/segment',
        samples: asked.length,
      },
    ];
  },
};

/** The same signatures in typed arrays inside the process, without texts and targets. */
export const local: SpeedMeasure = {
  name: 'local',
  async run({ units, queries }: Bench) {
    const index = createLocalIndex(MIN_SCORE);
    for (const { source } of units) {
      index.add(toComparable(source));
    }
    const asked = queries.map((text) => toComparable({ text, codes: [] }));
    const rows: Row[] = [];
    const before = process.cpuUsage();
    for (const query of asked) {
      index.candidates(query, MIN_SCORE);
    }
    const { user } = process.cpuUsage(before);
    rows.push({
      measure: 'index inside a process: candidates alone',
      value: user / asked.length,
      unit: 'us/segment',
      samples: asked.length,
    });
    return rows;
  },
};
