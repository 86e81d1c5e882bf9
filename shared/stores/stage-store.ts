import { z } from 'zod';
import { SourceArticle } from '../document/article.ts';
import { Document } from '../document/document.ts';
import { EntityOverlay } from '../document/entity-mention.ts';
import { Locale } from '../document/locale.ts';
import { OUTPUT_FORMATS, type RenderedLocale, Rendition } from '../document/rendition.ts';
import { LocaleMatches } from '../memory/match.ts';
import { type JobPayload, STAGE_SCOPES, type StageName } from '../queue/contract.ts';
import type { StageResults } from '../queue/define-stage.ts';
import { changeEvent } from './change-feed.ts';
import { channels, keys } from './keys.ts';
import { packJson, packText, unpackJson } from './packed-json.ts';
import { encodeProgress, type ProgressEntry, stageField } from './progress-entry.ts';
import type { RedisClient } from './redis.ts';
import { runScript } from './run-script.ts';
import { COMMIT_RESULT, MARK_RUNNING } from './scripts.ts';

/** Why a stage has nothing to do for a job. */
export type SkipReason = 'superseded' | 'canceled' | 'killed' | 'gone';

/** What a job finds when it starts. */
export interface StageOpening {
  /** Set when the article no longer wants this work. */
  readonly skip?: SkipReason;
  /** Whether an earlier execution already stored this stage's result. */
  readonly done: boolean;
  /** Packed results that the stage needs; read them with `unpackResult`. */
  readonly needs: Readonly<Partial<Record<keyof StageResults, Buffer>>>;
  /** Target locales of the article. */
  readonly targets: readonly Locale[];
}

/** Results of stages and where they stand: all that a running job reads and writes. */
export interface StageStore {
  /** Reads everything a job needs in one round trip, and marks the stage as running unless it is done. */
  open(
    payload: JobPayload,
    stage: { readonly name: StageName; readonly needs: readonly (keyof StageResults)[] },
    running: ProgressEntry,
  ): Promise<StageOpening>;
  /** Stores a result and its progress at once; an earlier result of the same job stands. */
  commit(payload: JobPayload, name: StageName, result: StageCommit): Promise<void>;
  /** Records that a stage was skipped, will be tried again, or has failed. */
  mark(payload: JobPayload, name: StageName, entry: ProgressEntry): Promise<void>;
}

export interface StageCommit {
  readonly value: StageResults[StageName];
  readonly progress: ProgressEntry;
}

const SCHEMAS: { readonly [Name in keyof StageResults]: z.ZodType<StageResults[Name]> } = {
  source: SourceArticle,
  normalize: Document,
  'tag-entities': EntityOverlay,
  'tm-lookup': LocaleMatches,
  render: z.never(),
};

/** Unpacks and checks a stored result. */
export function unpackResult<Name extends Exclude<keyof StageResults, 'render'>>(
  name: Name,
  packed: Buffer,
): StageResults[Name] {
  return unpackJson<StageResults[Name]>(packed, SCHEMAS[name]);
}

/** Unpacks and checks a stored rendition. */
export function unpackRendition(packed: Buffer): Rendition {
  return unpackJson(packed, Rendition);
}

export function createStageStore(client: RedisClient): StageStore {
  return {
    open: (payload, stage, running) => openStage(client, payload, stage, running),
    commit: (payload, name, result) => commitResult(client, payload, name, result),
    mark: (payload, name, entry) => markProgress(client, payload, name, entry),
  };
}

async function openStage(
  client: RedisClient,
  { articleId, version, contentHash, locale }: JobPayload,
  { name, needs }: { readonly name: StageName; readonly needs: readonly (keyof StageResults)[] },
  running: ProgressEntry,
): Promise<StageOpening> {
  const stored = needs.filter((need) => need !== 'source');
  const resultFields = stored.map((need) =>
    stageField(need, STAGE_SCOPES[need] === 'locale' ? locale : undefined),
  );
  const own = stageField(name, locale);
  const [article, record, ownResult, source, results] = await Promise.all([
    client.hmget(keys.article(articleId), 'head', 'pubStatus'),
    client.hmget(keys.version(articleId, version), 'contentHash', 'canceled', 'targets'),
    client.hexists(keys.results(articleId, version), own),
    needs.includes('source') ? client.getBuffer(keys.source(articleId, version)) : undefined,
    resultFields.length === 0 ? [] : client.hmgetBuffer(keys.results(articleId, version), ...resultFields),
    runScript(
      client,
      MARK_RUNNING,
      [keys.results(articleId, version), keys.progress(articleId, version)],
      [own, encodeProgress(running), channels.progress, `${articleId} ${version}`],
    ),
  ]);
  const skip = skipReason(article, record, version, contentHash);
  const found: Partial<Record<keyof StageResults, Buffer>> = {};
  stored.forEach((need, index) => {
    const packed = results[index];
    if (packed !== null && packed !== undefined) {
      found[need] = packed;
    }
  });
  if (source !== undefined && source !== null) {
    found.source = source;
  }
  return {
    ...(skip === undefined ? {} : { skip }),
    done: ownResult === 1,
    needs: found,
    targets: z.array(Locale).parse(JSON.parse(record[2] ?? '[]')),
  };
}

function skipReason(
  [head, pubStatus]: readonly (string | null)[],
  [storedHash, canceled]: readonly (string | null)[],
  version: number,
  contentHash: string,
): SkipReason | undefined {
  if (storedHash !== contentHash) {
    return 'gone';
  }
  if (pubStatus === 'canceled') {
    return 'killed';
  }
  if (canceled === '1') {
    return 'canceled';
  }
  return Number(head ?? version) > version ? 'superseded' : undefined;
}

async function commitResult(
  client: RedisClient,
  { articleId, version, locale }: JobPayload,
  name: StageName,
  { value, progress }: StageCommit,
): Promise<void> {
  const field = stageField(name, locale);
  const rendered = locale !== undefined && 'rendition' in value;
  const fields = rendered ? packRendered(field, locale, value) : [field, packJson(value)];
  const feed = rendered ? changeEvent({ type: 'ready', articleId, version, locale, at: progress.at }) : '';
  await runScript(
    client,
    COMMIT_RESULT,
    [keys.results(articleId, version), keys.progress(articleId, version), keys.changes()],
    [field, field, encodeProgress(progress), channels.progress, `${articleId} ${version}`, feed, ...fields],
  );
}

/** The hash field that holds one output's bytes. */
export function outputField(locale: Locale, format: (typeof OUTPUT_FORMATS)[number]): string {
  return `out.${locale}.${format}`;
}

function packRendered(
  field: string,
  locale: Locale,
  { rendition, outputs }: RenderedLocale,
): (string | Buffer)[] {
  return [
    field,
    packJson(rendition),
    ...OUTPUT_FORMATS.flatMap((format) => [outputField(locale, format), packText(outputs[format])]),
  ];
}

async function markProgress(
  client: RedisClient,
  { articleId, version, locale }: JobPayload,
  name: StageName,
  entry: ProgressEntry,
): Promise<void> {
  await Promise.all([
    client.hset(keys.progress(articleId, version), stageField(name, locale), encodeProgress(entry)),
    client.publish(channels.progress, `${articleId} ${version}`),
  ]);
}
