import { collapse, toComparable } from '../../../shared/memory/comparable.ts';
import { copyIndex } from '../../../shared/stores/memory-mirror.ts';
import { createMemoryReads } from '../../../shared/stores/memory-reads.ts';
import { createSourceReader } from '../../../shared/stores/memory-sources.ts';
import { createMemoryStates } from '../../../shared/stores/memory-state.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import { answersOf, requestFor } from './ask.ts';
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

const ROUNDS = 5;

/** The copy of the index as a worker holds it, without texts and targets: the last of some rounds. */
export const local: SpeedMeasure = {
  name: 'local',
  async run({ client, options, queries }: Bench) {
    const reads = createMemoryReads(client);
    const mirror = await copyIndex(
      {
        client,
        reads,
        states: createMemoryStates(client, MIN_SCORE),
        readSources: createSourceReader(reads),
        maxBytes: options.mirrorBytes ?? 0,
      },
      requestFor([]).sourceLocale,
    );
    if (mirror === undefined) {
      return []; // it would take more than it may
    }
    const asked = queries.map((text) => toComparable({ text, codes: [] }));
    let user = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = process.cpuUsage();
      for (const query of asked) {
        mirror.index.candidates(query, MIN_SCORE, false);
      }
      user = process.cpuUsage(before).user;
    }
    const samples = asked.length;
    return [
      { measure: 'copy of the index: candidates alone', value: user / samples, unit: 'us/segment', samples },
      { measure: '  its size', value: mirror.bytes / 1e6, unit: 'MB', samples },
    ];
  },
};
