import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { articleIdOf } from '../../shared/stores/article-identity.ts';
import { channels, keys } from '../../shared/stores/keys.ts';
import { decodeProgress } from '../../shared/stores/progress-entry.ts';
import { closeRedis, openRedis } from '../../shared/stores/redis.ts';
import { startProcess } from '../support/processes.ts';
import { startRedis } from '../support/redis.ts';
import { benchText, LOCALES_OF_BENCH } from './bench-articles.ts';
import { importSampleMemory, startRealWorkers } from './real-workers.ts';
import { percentile, type Row } from './report.ts';

const WARM_UP = 10;
const SAMPLES = 40;

/**
 * Time from sending an HTTP submission to the idle service until its first locale, and all of its
 * locales, can be pulled: API (with the fsynced spool) and workers are processes of their own.
 */
export async function measureLatency(): Promise<readonly Row[]> {
  await using redis = await startRedis();
  await importSampleMemory(redis.url);
  const key = `pw_bench_${randomUUID().replaceAll('-', '')}`;
  await using api = await startProcess('services/api', {
    redisUrl: redis.url,
    env: { POLYWIRE_API_PORT: '0', POLYWIRE_BOOTSTRAP_KEY: key },
  });
  await using _workers = await startRealWorkers(redis.url);
  const { text, described } = await benchText();
  const first: number[] = [];
  const all: number[] = [];
  const accepted: number[] = [];
  for (let index = -WARM_UP; index < SAMPLES; index += 1) {
    const times = await submitOnce(
      { apiUrl: api.url ?? '', key, redisUrl: redis.url },
      `latency-${index}`,
      text,
    );
    if (index >= 0) {
      accepted.push(times.accepted);
      first.push(times.first);
      all.push(times.all);
    }
    await sleep(30); // the next submission meets an idle service
  }
  const input = `${described}, ${LOCALES_OF_BENCH.length} locales, idle`;
  const p50 = percentile(first, 50);
  return [
    {
      measure: `submit to 202, p50 (${input})`,
      value: percentile(accepted, 50),
      unit: 'ms',
      samples: SAMPLES,
    },
    {
      measure: 'submit to first locale, p50',
      value: p50,
      unit: 'ms',
      samples: SAMPLES,
      goal: '< 50 ms',
      ok: p50 < 50,
    },
    { measure: 'submit to first locale, p95', value: percentile(first, 95), unit: 'ms', samples: SAMPLES },
    { measure: 'submit to all locales, p50', value: percentile(all, 50), unit: 'ms', samples: SAMPLES },
    { measure: 'submit to all locales, p95', value: percentile(all, 95), unit: 'ms', samples: SAMPLES },
  ];
}

interface Service {
  readonly apiUrl: string;
  readonly key: string;
  readonly redisUrl: string;
}

interface Times {
  readonly accepted: number;
  readonly first: number;
  readonly all: number;
}

async function submitOnce(
  { apiUrl, key, redisUrl }: Service,
  externalId: string,
  text: string,
): Promise<Times> {
  const articleId = articleIdOf('default', externalId);
  const subscriber = await openRedis(redisUrl, { role: 'worker' });
  const reader = await openRedis(redisUrl, { role: 'worker' });
  let startedAt = 0;
  const rendered: number[] = [];
  const done = new Promise<void>((resolve) => {
    const look = async (): Promise<void> => {
      const fields = await reader.hgetall(keys.progress(articleId, 1));
      const now = performance.now() - startedAt;
      const ended = LOCALES_OF_BENCH.filter(
        (locale) => decodeProgress(fields[`render.${locale}`], 0).state === 'done',
      );
      while (rendered.length < ended.length) {
        rendered.push(now);
      }
      if (rendered.length === LOCALES_OF_BENCH.length) {
        resolve();
      }
    };
    subscriber.on('message', () => void look());
  });
  await subscriber.subscribe(channels.progress);
  startedAt = performance.now();
  const response = await fetch(`${apiUrl}/v1/articles/${externalId}/versions/1`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      format: 'markdown',
      content: text,
      sourceLocale: 'en',
      targetLocales: LOCALES_OF_BENCH,
      meta: { publishedAt: '2026-01-13' },
    }),
  });
  const accepted = performance.now() - startedAt;
  if (response.status !== 202) {
    throw new Error(`The submission was answered ${response.status}: ${await response.text()}`);
  }
  await done;
  await closeRedis(subscriber);
  await closeRedis(reader);
  return { accepted, first: rendered[0] ?? Number.NaN, all: rendered.at(-1) ?? Number.NaN };
}
