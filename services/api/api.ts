import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import type { Scope } from '../../shared/api/scopes.ts';
import type { OwnTypes } from '../../shared/document/own-types.ts';
import { PipelineError } from '../../shared/errors/errors.ts';
import type { TranslationMemory } from '../../shared/memory/memory.ts';
import type { MemorySettings } from '../../shared/memory/memory-settings.ts';
import type { PipelineQueue } from '../../shared/queue/open-queue.ts';
import type { Submitter } from '../../shared/queue/submit.ts';
import type { RedisClient } from '../../shared/stores/redis.ts';
import type { Metrics } from '../../shared/telemetry/metrics.ts';
import type { Principal } from './auth.ts';
import type { DraftMatcher } from './drafts/match-drafts.ts';
import type { ProgressHub } from './events/progress-hub.ts';
import type { KillMarks } from './kill-marks.ts';
import type { OutputPress } from './outputs/output-press.ts';
import type { Pressure } from './pressure.ts';
import type { Spool } from './spool.ts';

/** The HTTP app: Fastify whose routes are typed by their zod schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** What the app needs; each route takes the part that it uses. */
export interface ApiDeps {
  readonly client: RedisClient;
  readonly submitter: Submitter;
  readonly spool: Spool;
  readonly killMarks: KillMarks;
  readonly pressure: Pressure;
  readonly progress: ProgressHub;
  readonly memory: TranslationMemory;
  /** Where people reach the API, for links. */
  readonly publicApiUrl: string;
  /** Writes the outputs that are not kept. */
  readonly press: OutputPress;
  /** Looks articles up that are not submitted. */
  readonly drafts: DraftMatcher;
  /** Kinds of entities that the customer declared. */
  readonly ownTypes: OwnTypes;
  readonly memorySettings: MemorySettings;
  /** For depth gauges; the submitter has its own. */
  readonly queues: readonly PipelineQueue[];
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly now: () => number;
  readonly bootstrapKey: string | undefined;
}

/** Who may call a route: anyone, or a key with one of the scopes. */
export type Access = 'open' | readonly [Scope, ...Scope[]];

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** Set where the answer is a stream, which may last: it has no time limit. */
    streams?: true;
  }
  interface FastifyRequest {
    /** Set on routes that need a key. */
    principal: Principal | undefined;
    /** W3C traceparent: the caller's trace, or a new one. */
    traceparent: string;
  }
}

/** The key that makes the request, on a route that needs one. */
export function principalOf(request: FastifyRequest): Principal {
  if (request.principal === undefined) {
    throw new PipelineError('UNAUTHENTICATED', 'This endpoint needs an API key');
  }
  return request.principal;
}
