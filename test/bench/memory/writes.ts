import { closeRedis, openRedis } from '../../../shared/stores/redis.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import { percentile } from '../report.ts';
import { requestFor } from './ask.ts';
import { goal } from './lookups.ts';
import type { SpeedMeasure } from './measure.ts';
import { plainUnit } from './real-units.ts';

const APPROVALS = 300;

/** One approval after the other, each looked for by another connection as soon as it is acknowledged. */
export const approvals: SpeedMeasure = {
  name: 'approvals',
  async run({ memory, options, redisUrl, units }) {
    const other = await openRedis(redisUrl, { role: 'worker' });
    const reader = createRedisMemory(other, options);
    await reader.settle();
    const times: number[] = [];
    let seen = 0;
    for (let at = 0; at < APPROVALS; at += 1) {
      const words = (units[at * 7]?.source.text ?? '').split(' ');
      const source = [...words, 'approved', `today${at}`].join(' ');
      const unit = plainUnit(source, `target ${at}`);
      const start = performance.now();
      await memory.add([unit]);
      times.push(performance.now() - start);
      const [matches] = await reader.lookup(requestFor([`${source} again`], 70, 20));
      seen += matches?.some(({ target }) => target.text === unit.target.text) === true ? 1 : 0;
    }
    await closeRedis(other);
    return [
      goal({ measure: 'one approval, p50', unit: 'ms', samples: APPROVALS }, percentile(times, 50), {
        most: 0.2,
      }),
      { measure: 'one approval, p99', value: percentile(times, 99), unit: 'ms', samples: APPROVALS },
      goal(
        { measure: 'found by another process’ next fuzzy lookup', unit: '%', samples: APPROVALS },
        (100 * seen) / APPROVALS,
        { least: 100 },
      ),
    ];
  },
};
