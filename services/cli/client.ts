import { z } from 'zod';
import { ArticlePage, ArticleStatus } from '../../shared/api/article-status.ts';
import { type ImportLedger, ImportList, ImportReceipt } from '../../shared/api/memory-import.ts';
import { type SubmissionBody, SubmissionReceipt } from '../../shared/api/submission.ts';
import { Document } from '../../shared/document/document.ts';
import { EntityOverlay } from '../../shared/document/entity-mention.ts';
import { GazetteerList } from '../../shared/document/gazetteer-entry.ts';
import type { OutputFormat } from '../../shared/document/output-format.ts';
import type { ExportFormat } from '../../shared/exchange/exchange-format.ts';
import { LeverageReport } from '../../shared/memory/leverage-report.ts';
import type { Call } from './call.ts';
import { readEvents } from './event-stream.ts';
import { CliFailure } from './failure.ts';
import { createGlossaryClient, type GlossaryClient } from './glossary-client.ts';
import { createMaintenanceClient, type MaintenanceClient } from './maintenance-client.ts';
import {
  ChecksAnswer,
  type ChecksRequest,
  ConcordanceAnswer,
  type ImportQuery,
  LookupAnswer,
  type LookupRequest,
  MemoryOverview,
  Quarantine,
  type QuarantinedArticle,
} from './memory-answers.ts';
import { failureOf } from './problem-failure.ts';
import { queryOf } from './query-of.ts';

const DocumentAnswer = z.object({ document: Document, entities: EntityOverlay.optional() });
export type DocumentAnswer = z.infer<typeof DocumentAnswer>;

const LeverageAnswer = z.object({ reports: z.array(LeverageReport).readonly() });
/** Articles by id, and locales where not all are wanted; or articles that are not submitted, and locales. */
export type LeverageBatch =
  | { readonly articles: readonly string[]; readonly locales?: readonly string[] }
  | { readonly drafts: readonly LeverageDraft[]; readonly locales: readonly string[] };
type LeverageDraft = SubmissionBody & { readonly name: string };

const GazetteerReceipt = z.object({
  created: z.int(),
  merged: z.int(),
  kept: z.int(),
  refused: z.array(z.object({ line: z.int(), reason: z.string() })).readonly(),
});
export type GazetteerReceipt = z.infer<typeof GazetteerReceipt>;
const GazetteerSizes = z.object({ entries: z.record(GazetteerList, z.int()) });
const Removed = z.object({ removed: z.int() });

interface OutputRequest {
  readonly externalId: string;
  readonly locale: string;
  readonly format: OutputFormat;
  readonly policy?: string | undefined;
  readonly fallback?: string | undefined;
  /** `true`: sentences of HTML say where they came from. */
  readonly origins?: string | undefined;
}

/**
 * The service's API, for one address and key. Answers are checked against their schemas.
 *
 * Every call throws `CliFailure`: `unreachable` where nothing answers, else by what the service said.
 */
export interface Client {
  readonly submit: (externalId: string, version: number, body: SubmissionBody) => Promise<SubmissionReceipt>;
  readonly list: (limit: number) => Promise<ArticlePage>;
  readonly status: (externalId: string) => Promise<ArticleStatus>;
  /** Each status as it changes; ends when the article does, or with the connection. */
  readonly statuses: (externalId: string) => AsyncGenerator<ArticleStatus>;
  readonly document: (externalId: string) => Promise<DocumentAnswer>;
  readonly output: (request: OutputRequest) => Promise<string>;
  readonly act: (externalId: string, action: 'retry' | 'cancel' | 'kill') => Promise<ArticleStatus>;
  /** Bands of a batch per locale: as values, or written in another format. */
  readonly leverage: (batch: LeverageBatch, profiles?: string) => Promise<readonly LeverageReport[]>;
  readonly leverageAs: (batch: LeverageBatch, format: 'csv' | 'trados') => Promise<string>;
  /** What the memory has for sentences, best first. */
  readonly lookUp: (request: LookupRequest, profiles?: string) => Promise<LookupAnswer>;
  /** What is wrong with translations. */
  readonly check: (request: ChecksRequest) => Promise<ChecksAnswer>;
  /** Where words stand in the memory; `query` as the API names its parameters. */
  readonly concordance: (query: Readonly<Record<string, string | undefined>>) => Promise<ConcordanceAnswer>;
  /** Which memories there are, and how many texts all of them have. */
  readonly memories: () => Promise<MemoryOverview>;
  readonly quarantine: () => Promise<readonly QuarantinedArticle[]>;
  /** Puts an article's translations into quarantine, or takes them out. */
  readonly setQuarantine: (externalId: string, quarantined: boolean) => Promise<void>;
  /** Sends a file as it is read; `digest`: its SHA-256 in base64. */
  readonly importMemory: (
    bytes: ReadableStream,
    query: ImportQuery,
    digest: string,
  ) => Promise<ImportReceipt>;
  readonly memoryImports: (limit: number) => Promise<readonly ImportLedger[]>;
  readonly memoryImport: (id: string) => Promise<ImportReceipt>;
  /** The memory of a locale, piece by piece. */
  readonly exportMemory: (locale: string, format: ExportFormat) => Promise<ReadableStream<Uint8Array>>;
  readonly glossary: GlossaryClient;
  readonly maintenance: MaintenanceClient;
  /** Adds entries, one JSON value a line. */
  readonly importGazetteer: (list: GazetteerList, lines: string) => Promise<GazetteerReceipt>;
  readonly gazetteerSizes: () => Promise<Readonly<Record<GazetteerList, number>>>;
  readonly exportGazetteer: (list: GazetteerList) => Promise<string>;
  /** Removes an entry, or without an id the whole list, and answers how many are gone. */
  readonly removeFromGazetteer: (list: GazetteerList, id?: string) => Promise<number>;
}

export interface ClientOptions {
  readonly url: string;
  readonly key: string | undefined;
  readonly signal: AbortSignal;
}

/** Makes a client; nothing is sent yet. */
export function createClient(options: ClientOptions): Client {
  const json = async <Answer>(schema: z.ZodType<Answer>, path: string, call: Call = {}): Promise<Answer> =>
    readJson(schema, await send(options, path, call));
  return {
    submit: (externalId, version, body) =>
      json(SubmissionReceipt, articlePath(externalId, `/versions/${version}`), jsonCall('PUT', body)),
    list: (limit) => json(ArticlePage, `/v1/articles?limit=${limit}`),
    status: (externalId) => json(ArticleStatus, articlePath(externalId)),
    statuses: (externalId) => statusEvents(options, articlePath(externalId, '/events')),
    document: (externalId) => json(DocumentAnswer, articlePath(externalId, '/document')),
    output: async ({ externalId, locale, ...query }) => {
      const path = articlePath(externalId, `/locales/${encodeURIComponent(locale)}`);
      return (await send(options, `${path}${queryOf(query)}`)).text();
    },
    act: (externalId, action) =>
      json(ArticleStatus, articlePath(externalId, `/${action}`), { method: 'POST' }),
    leverage: async (batch, profiles) =>
      (await json(LeverageAnswer, `/v1/leverage${queryOf({ profiles })}`, jsonCall('POST', batch))).reports,
    leverageAs: async (batch, format) =>
      (await send(options, `/v1/leverage${queryOf({ format })}`, jsonCall('POST', batch))).text(),
    lookUp: (request, profiles) =>
      json(LookupAnswer, `/v1/memory/lookup${queryOf({ profiles })}`, jsonCall('POST', request)),
    check: (request) => json(ChecksAnswer, '/v1/checks', jsonCall('POST', request)),
    concordance: (query) => json(ConcordanceAnswer, `/v1/memory/concordance${queryOf(query)}`),
    memories: () => json(MemoryOverview, '/v1/memory'),
    quarantine: async () => (await json(Quarantine, '/v1/memory/quarantine')).articles,
    setQuarantine: async (externalId, quarantined) => {
      const path = `/v1/memory/quarantine/${encodeURIComponent(externalId)}`;
      await send(options, path, { method: quarantined ? 'PUT' : 'DELETE' });
    },
    importMemory: (bytes, query, digest) =>
      json(ImportReceipt, `/v1/memory/import${queryOf({ ...query })}`, {
        method: 'POST',
        body: bytes,
        contentType: 'application/octet-stream',
        headers: { 'repr-digest': `sha-256=:${digest}:` },
      }),
    memoryImports: async (limit) => (await json(ImportList, `/v1/memory/imports?limit=${limit}`)).imports,
    memoryImport: (id) => json(ImportReceipt, `/v1/memory/imports/${encodeURIComponent(id)}`),
    exportMemory: async (locale, format) => {
      const { body } = await send(options, `/v1/memory/export${queryOf({ locale, format })}`);
      return body ?? new ReadableStream({ start: (controller) => controller.close() });
    },
    maintenance: createMaintenanceClient(json),
    glossary: createGlossaryClient(json, async (path) => (await send(options, path)).text()),
    importGazetteer: (list, lines) =>
      json(GazetteerReceipt, `/v1/gazetteer/${list}`, {
        method: 'POST',
        body: lines,
        contentType: 'application/x-ndjson',
      }),
    gazetteerSizes: async () => (await json(GazetteerSizes, '/v1/gazetteer')).entries,
    exportGazetteer: async (list) => (await send(options, `/v1/gazetteer/${list}`)).text(),
    removeFromGazetteer: async (list, id) => {
      const entry = id === undefined ? '' : `/entries/${encodeURIComponent(id)}`;
      return (await json(Removed, `/v1/gazetteer/${list}${entry}`, { method: 'DELETE' })).removed;
    },
  };
}

async function* statusEvents(options: ClientOptions, path: string): AsyncGenerator<ArticleStatus> {
  const { body } = await send(options, path);
  if (body === null) {
    return;
  }
  for await (const { event, data } of readEvents(body)) {
    if (event === 'status') {
      yield check(ArticleStatus, JSON.parse(data), path);
    }
  }
}

async function send(options: ClientOptions, path: string, call: Call = {}): Promise<Response> {
  const url = new URL(path, options.url);
  const response = await fetchOrFail(options, url, call);
  if (!response.ok) {
    throw await failureOf(response);
  }
  return response;
}

async function fetchOrFail({ key, signal }: ClientOptions, url: URL, call: Call): Promise<Response> {
  try {
    return await fetch(url, {
      method: call.method ?? 'GET',
      signal,
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...(call.contentType === undefined ? {} : { 'content-type': call.contentType }),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: call.body, duplex: 'half' }),
    });
  } catch (error) {
    if (signal.aborted) {
      throw new CliFailure('interrupted', 'Interrupted', { cause: error });
    }
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new CliFailure(
      'unreachable',
      `No service answers at ${url.origin} (${reason instanceof Error ? reason.message : String(reason)}); start one with "polywire start", or name another with --api`,
      { cause: error },
    );
  }
}

function articlePath(externalId: string, rest = ''): string {
  return `/v1/articles/${encodeURIComponent(externalId)}${rest}`;
}

function jsonCall(method: 'PUT' | 'POST', body: unknown): Call {
  return { method, body: JSON.stringify(body), contentType: 'application/json' };
}

async function readJson<Answer>(schema: z.ZodType<Answer>, response: Response): Promise<Answer> {
  return check(schema, await response.json(), response.url);
}

function check<Answer>(schema: z.ZodType<Answer>, value: unknown, place: string): Answer {
  const result = schema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new CliFailure(
      'failed',
      `The answer of ${place} is not understood (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}); is the service of another version?`,
      { cause: result.error },
    );
  }
  return result.data;
}
