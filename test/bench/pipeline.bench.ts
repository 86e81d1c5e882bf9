import { setTimeout as sleep } from 'node:timers/promises';
import { PIPELINE } from '../../config/pipeline.ts';
import type { SourceArticle } from '../../shared/document/article.ts';
import type { JobPayload } from '../../shared/queue/contract.ts';
import { contentHashOf } from '../../shared/stores/article-identity.ts';
import { payloadOf } from '../../shared/stores/article-store.ts';
import { readChanges } from '../../shared/stores/change-feed.ts';
import { keys } from '../../shared/stores/keys.ts';
import { field, openRedis } from '../../shared/stores/redis.ts';
import { continueTrace } from '../../shared/telemetry/trace.ts';
import { type Door, openDoor, workerContext } from '../support/pipeline.ts';
import { startRedis } from '../support/redis.ts';
import { startBarePipeline } from './bare-pipeline.ts';
import { benchArticles, LOCALES_OF_BENCH } from './bench-articles.ts';
import { startNoWorkPipeline } from './no-work-stages.ts';
import { importSampleMemory, startRealWorkers } from './real-workers.ts';
import { median, publish, type Row, reportOf } from './report.ts';
import { measureLatency } from './submit-latency.ts';

const ROUNDS = 5;
const ARTICLES = 300;

/** Speed of the way jobs move, of the whole pipeline, and what a finished article costs in memory. */
export async function benchPipeline(): Promise<void> {
  const { articles, described } = await benchArticles(ARTICLES);
  const bare: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await bareRate(articles));
    ours.push(await noWorkRate(articles));
  }
  const real = await realRun(articles);
  const latency = await measureLatency();
  const ratio = median(ours.map((rate, round) => rate / (bare[round] ?? Number.NaN)));
  const rows: Row[] = [
    {
      measure: 'articles/s, stage work excluded',
      value: median(ours),
      unit: '/s',
      samples: ROUNDS,
      baseline: { name: 'bare BullMQ', value: median(bare) },
    },
    {
      measure: 'the same as a share of the bare pipeline',
      value: ratio,
      unit: 'x',
      samples: ROUNDS,
      goal: '>= 0.8',
      ok: ratio >= 0.8,
    },
    {
      measure: 'articles/s, stage work included',
      value: real.rate,
      unit: '/s',
      samples: 1,
      baseline: { name: 'bare BullMQ', value: median(bare) },
    },
    ...latency,
    {
      measure: 'Redis memory per finished article',
      value: real.totalKb,
      unit: 'KB',
      samples: articles.length,
    },
    {
      measure: '  of it texts: source, results and outputs, packed',
      value: real.textKb,
      unit: 'KB',
      samples: articles.length,
    },
    {
      measure: '  beyond the texts: jobs, progress, indexes',
      value: real.totalKb - real.textKb,
      unit: 'KB',
      samples: articles.length,
      goal: '<= 20 KB',
      ok: real.totalKb - real.textKb <= 20,
    },
  ];
  await publish(
    reportOf('pipeline', `${articles.length} x ${described}, ${LOCALES_OF_BENCH.length} locales`, rows),
  );
}

function payloadsOf(articles: readonly SourceArticle[]): readonly JobPayload[] {
  return articles.map((article) =>
    payloadOf({
      ...article,
      contentHash: contentHashOf(article),
      ordinal: 1,
      run: 0,
      trace: continueTrace(undefined),
    }),
  );
}

async function bareRate(articles: readonly SourceArticle[]): Promise<number> {
  await using redis = await startRedis();
  await using pipeline = await startBarePipeline(redis.url, LOCALES_OF_BENCH);
  const payloads = payloadsOf(articles);
  const startedAt = performance.now();
  const done = pipeline.collected(payloads.length);
  await Promise.all(payloads.map(async (payload) => pipeline.submit(payload)));
  await done;
  return perSecond(articles.length, startedAt);
}

async function noWorkRate(articles: readonly SourceArticle[]): Promise<number> {
  await using redis = await startRedis();
  await using door = await openDoor(redis.url, PIPELINE);
  await using _workers = await startNoWorkPipeline((queue) => ({
    ...workerContext(redis.url, PIPELINE),
    concurrency: PIPELINE.concurrency[queue],
  }));
  const rate = await runAll(door, articles);
  return rate;
}

/** Submits all articles and waits until none is open. */
async function runAll(door: Door, articles: readonly SourceArticle[]): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(articles.map(async (article) => door.submit(article)));
  await allClosed(door);
  return perSecond(articles.length, startedAt);
}

async function allClosed(door: Door): Promise<void> {
  do {
    await sleep(10);
  } while ((await door.client.scard(keys.open())) > 0);
}

interface RealRun {
  readonly rate: number;
  readonly totalKb: number;
  readonly textKb: number;
}

/** The four workers and collect as processes, with the sample memory. */
async function realRun(articles: readonly SourceArticle[]): Promise<RealRun> {
  await using redis = await startRedis();
  await importSampleMemory(redis.url);
  await using door = await openDoor(redis.url, PIPELINE);
  await using _workers = await startRealWorkers(redis.url);
  const before = await usedMemory(redis.url);
  const rate = await runAll(door, articles);
  const total = (await usedMemory(redis.url)) - before;
  const texts = await textBytes(door, articles);
  const feed = await readChanges(door.client, { limit: 100_000 });
  if (feed.filter(({ state }) => state === 'done').length !== articles.length) {
    throw new Error('Not every article of the benchmark ended as done');
  }
  return { rate, totalKb: total / 1024 / articles.length, textKb: texts / 1024 / articles.length };
}

async function usedMemory(redisUrl: string): Promise<number> {
  const client = await openRedis(redisUrl, { role: 'worker' });
  const info = await client.info('memory');
  client.disconnect();
  return Number(field(info, 'used_memory'));
}

/** Memory of the keys that hold texts: the source, and every stage's result with the outputs. */
async function textBytes(door: Door, articles: readonly SourceArticle[]): Promise<number> {
  let bytes = 0;
  for (const { articleId, version } of articles) {
    for (const key of [keys.source(articleId, version), keys.results(articleId, version)]) {
      bytes += Number(await door.client.call('MEMORY', 'USAGE', key, 'SAMPLES', '0'));
    }
  }
  return bytes;
}

function perSecond(count: number, startedAt: number): number {
  return count / ((performance.now() - startedAt) / 1000);
}
