import { z } from 'zod';
import type { SourceArticle } from '../document/article.ts';
import type { Locale } from '../document/locale.ts';
import { STAGE_NAMES, STAGE_SCOPES, type StageName } from '../queue/contract.ts';
import { keys } from './keys.ts';
import { packJson } from './packed-json.ts';
import { encodeProgress, stageField } from './progress-entry.ts';
import type { RedisClient } from './redis.ts';
import { runScript } from './run-script.ts';
import { REGISTER_VERSION } from './scripts.ts';

/** What registering a version found. */
export interface Registration {
  readonly outcome: 'accepted' | 'unchanged' | 'conflict' | 'stale' | 'killed';
  /** Newest version before this call; 0 for a new article. */
  readonly head: number;
  /** Articles that the tenant has in hand, this one included; decides its turn. */
  readonly ordinal: number;
}

/**
 * Takes in a version: all of it or nothing, and never twice. Puts nothing on a queue.
 */
export async function registerVersion(
  client: RedisClient,
  source: SourceArticle,
  { contentHash, now, trace }: { readonly contentHash: string; readonly now: number; readonly trace: string },
): Promise<Registration> {
  const { articleId, version, tenant } = source;
  const article = {
    externalId: source.externalId,
    tenant,
    head: version,
    pubStatus: source.pubStatus,
    embargoedUntil: source.embargoedUntil ?? '',
  };
  const record = {
    contentHash,
    state: 'running',
    submittedAt: now,
    urgency: source.urgency,
    targets: JSON.stringify(source.targetLocales),
    run: 0,
    trace,
    ...(source.meta.headline === undefined ? {} : { headline: source.meta.headline }),
    ...(source.review === undefined ? {} : { review: JSON.stringify(source.review) }),
  };
  const waiting = encodeProgress({ state: 'waiting', at: now });
  const reply = await runScript(
    client,
    REGISTER_VERSION,
    [
      keys.article(articleId),
      keys.version(articleId, version),
      keys.source(articleId, version),
      keys.progress(articleId, version),
      keys.articles(),
      keys.open(),
      keys.ordinal(),
      keys.results(articleId, version),
    ],
    [
      articleId,
      version,
      contentHash,
      now,
      packJson(source),
      tenant,
      ...counted(article),
      ...counted(record),
      ...stageFields(source.targetLocales).flatMap((field) => [field, waiting]),
    ],
  );
  const [outcome, head, ordinal] = RegisterReply.parse(reply);
  return { outcome, head, ordinal };
}

const RegisterReply = z.tuple([
  z.enum(['accepted', 'unchanged', 'conflict', 'stale', 'killed']),
  z.int(),
  z.int(),
]);

function counted(fields: Readonly<Record<string, string | number>>): (string | number)[] {
  const flat = Object.entries(fields).flat();
  return [flat.length, ...flat];
}

/** The progress fields of a version, of the stages from `from` on: once each, or once per locale. */
export function stageFields(targets: readonly Locale[], from: StageName = STAGE_NAMES[0]): string[] {
  return STAGE_NAMES.slice(STAGE_NAMES.indexOf(from)).flatMap((stage) =>
    STAGE_SCOPES[stage] === 'article'
      ? [stageField(stage)]
      : targets.map((locale) => stageField(stage, locale)),
  );
}
