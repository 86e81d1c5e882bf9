import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { LOCALES } from '../../../config/locales.ts';
import { PIPELINE } from '../../../config/pipeline.ts';
import type { Api, ApiDeps } from '../../../services/api/api.ts';
import { buildApp } from '../../../services/api/app.ts';
import { createDraftMatcher } from '../../../services/api/drafts/match-drafts.ts';
import { openProgressHub } from '../../../services/api/events/progress-hub.ts';
import { openKillMarks } from '../../../services/api/kill-marks.ts';
import { createOutputPress } from '../../../services/api/outputs/output-press.ts';
import { createPressure, type PressureLimits } from '../../../services/api/pressure.ts';
import {
  createReconciler,
  type Reconciler,
  type ReconcilerOptions,
} from '../../../services/api/reconciler.ts';
import { createResources } from '../../../services/api/resources.ts';
import { openSpool, type Spool } from '../../../services/api/spool.ts';
import { Locale } from '../../../shared/document/locale.ts';
import type { OwnTypes } from '../../../shared/document/own-types.ts';
import type { SegmentState } from '../../../shared/document/rendition.ts';
import { sumLeverage } from '../../../shared/memory/leverage.ts';
import { type MemorySettings, ONE_MEMORY } from '../../../shared/memory/memory-settings.ts';
import { QUEUE_NAMES, type QueueName } from '../../../shared/queue/contract.ts';
import { openQueue, type PipelineQueue } from '../../../shared/queue/open-queue.ts';
import { createSubmitter } from '../../../shared/queue/submit.ts';
import { articleIdOf } from '../../../shared/stores/article-identity.ts';
import { payloadOf, readVersion, type VersionRecord } from '../../../shared/stores/article-store.ts';
import { openRedis, type RedisClient } from '../../../shared/stores/redis.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import { createStageStore } from '../../../shared/stores/stage-store.ts';
import { createMetrics, type Metrics } from '../../../shared/telemetry/metrics.ts';
import { documentOf } from '../../support/builders.ts';
import { type RunningRedis, startRedis } from '../../support/redis.ts';

export const BOOTSTRAP_KEY = 'pw_test_bootstrap';

/** The API on a Redis of its own, without a socket. */
export interface ApiHarness extends AsyncDisposable {
  readonly app: Api;
  readonly server: RunningRedis;
  readonly client: RedisClient;
  readonly metrics: Metrics;
  readonly spool: Spool;
  readonly spoolFolder: string;
  readonly queues: readonly PipelineQueue[];
  queue(this: void, name: QueueName): PipelineQueue;
  reconciler(options?: ReconcilerOptions): Reconciler;
  /** A request with the bootstrap key, or with `key`. */
  call(options: CallOptions): Promise<LightMyRequestResponse>;
  submit(externalId: string, version?: number, body?: object): Promise<LightMyRequestResponse>;
  record(externalId: string, version?: number): Promise<VersionRecord>;
}

export type CallOptions = Omit<InjectOptions, 'headers'> & {
  readonly key?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
};

export interface HarnessOptions {
  readonly limits?: Partial<PressureLimits>;
  readonly ownTypes?: OwnTypes;
  readonly redisConfig?: readonly string[];
  readonly now?: () => number;
  readonly memorySettings?: MemorySettings;
}

/** A submission that passes. */
export const ARTICLE = {
  format: 'markdown',
  content: '# Title\n\nOne line.\n',
  sourceLocale: 'en',
  targetLocales: ['es', 'fr'],
};

export async function startApiHarness(options: HarnessOptions = {}): Promise<ApiHarness> {
  await using opened = createResources();
  const server = opened.use(await startRedis({ config: options.redisConfig ?? [] }));
  const folder = await mkdtemp(join(tmpdir(), 'pw-api-'));
  opened.defer(async () => rm(folder, { recursive: true, force: true }));
  const client = await openRedis(server.url, { role: 'producer' });
  opened.defer(() => client.disconnect());
  const submitter = opened.use(createSubmitter(client, PIPELINE));
  const queues = QUEUE_NAMES.map((name) => openQueue(name, client));
  opened.defer(async () => {
    await Promise.all(queues.map(async (queue) => queue.close()));
  });
  const progress = opened.use(await openProgressHub(server.url));
  const spool = await openSpool(join(folder, 'spool'));
  const killMarks = await openKillMarks(join(folder, 'spool'));
  const metrics = createMetrics();
  const now = options.now ?? Date.now;
  const memorySettings = options.memorySettings ?? ONE_MEMORY;
  const log = pino({ level: process.env['API_LOG'] ?? 'silent' });
  const memory = createRedisMemory(client, { settings: memorySettings, known: LOCALES });
  const drafts = opened.use(createDraftMatcher({ memory, minScore: 70, normalize: PIPELINE.normalize }));
  const deps: ApiDeps = {
    client,
    submitter,
    spool,
    killMarks,
    pressure: createPressure(client, { ...PIPELINE, ...options.limits }, now),
    progress,
    publicApiUrl: 'http://api.example',
    press: createOutputPress(),
    ownTypes: options.ownTypes ?? new Map(),
    memory,
    drafts,
    memorySettings,
    queues,
    metrics,
    log,
    now,
    bootstrapKey: BOOTSTRAP_KEY,
  };
  const app = await buildApp(deps);
  opened.defer(async () => app.close());
  const call: ApiHarness['call'] = async ({ key = BOOTSTRAP_KEY, headers, ...rest }) =>
    app.inject({ ...rest, headers: { authorization: `Bearer ${key}`, ...headers } });
  const kept = opened.move();
  return {
    app,
    server,
    client,
    metrics,
    spool,
    spoolFolder: join(folder, 'spool'),
    queues,
    queue: (name) => {
      const queue = queues[QUEUE_NAMES.indexOf(name)];
      if (queue === undefined) {
        throw new RangeError(`there is no queue "${name}"`);
      }
      return queue;
    },
    reconciler: (reconcile) =>
      createReconciler(
        { client, submitter, spool, killMarks, log, metrics, now },
        { minAgeMs: 0, ...reconcile },
      ),
    call,
    submit: async (externalId, version = 1, body = {}) =>
      call({
        method: 'PUT',
        url: `/v1/articles/${encodeURIComponent(externalId)}/versions/${version}`,
        payload: { ...ARTICLE, ...body },
      }),
    record: async (externalId, version) => {
      const record = await readVersion(client, articleIdOf('default', externalId), version);
      if (record === undefined) {
        throw new Error(`no ${externalId} v${String(version)}`);
      }
      return record;
    },
    [Symbol.asyncDispose]: async () => kept[Symbol.asyncDispose](),
  };
}

export interface SegmentSpec {
  readonly target?: string;
  readonly review?: SegmentState['review'];
  readonly origin?: SegmentState['origin'];
}

/** Stores what the stages would have left for one locale, as they do. */
export async function storeRendition(
  harness: ApiHarness,
  record: VersionRecord,
  locale: string,
  segments: readonly SegmentSpec[],
): Promise<void> {
  const store = createStageStore(harness.client);
  const payload = payloadOf(record);
  const tag = Locale.parse(locale);
  const at = Date.now();
  const done = { state: 'done', at, ms: 1, attempts: 1 } as const;
  const { externalId, version } = record;
  const document = {
    ...documentOf(
      segments.map((_segment, index) => `Sentence ${index}.`),
      { externalId, version },
    ),
    id: record.articleId,
  };
  await store.commit(payload, 'normalize', {
    value: document,
    progress: { ...done, summary: { repairs: 0 } },
  });
  await store.commit(payload, 'tag-entities', { value: { mentions: [], entities: [] }, progress: done });
  const located = { ...payload, locale: tag };
  await store.commit(located, 'tm-lookup', {
    value: { locale: tag, segments: [], leverage: sumLeverage([]) },
    progress: done,
  });
  const states = segments.map(
    ({ target, review, origin }, index): SegmentState => ({
      segmentId: document.segments[index]?.id ?? '',
      ...(target === undefined ? {} : { target: { text: target, codes: [] } }),
      origin: origin ?? (target === undefined ? 'none' : 'exact'),
      review: review ?? (target === undefined ? 'empty' : 'translated'),
      freshness: 'current',
      qa: [],
      reasons: [],
    }),
  );
  const translated = segments.filter(({ target }) => target !== undefined).length;
  const counts = {
    segments: segments.length,
    translated,
    approved: segments.filter(({ review }) => review === 'approved').length,
    source: segments.length - translated,
  };
  await store.commit(located, 'render', {
    value: {
      rendition: { articleId: record.articleId, version, locale: tag, segments: states, counts },
      outputs: {
        html: `<p lang="${locale}">${externalId}</p>`,
        md: `*${externalId}*\n`,
        json: `{"id":"${externalId}"}`,
      },
    },
    progress: { ...done, summary: { counts } },
  });
}
