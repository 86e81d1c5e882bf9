import type { SourceArticle } from '../../shared/document/article.ts';
import type { Document } from '../../shared/document/document.ts';
import type { EntityOverlay } from '../../shared/document/entity-mention.ts';
import { Locale } from '../../shared/document/locale.ts';
import type { Repair } from '../../shared/document/overlay.ts';
import type { SegmentState } from '../../shared/document/rendition.ts';
import { sumLeverage } from '../../shared/memory/leverage.ts';
import { type Match, SCORE_FORMULA } from '../../shared/memory/match.ts';
import type { StageName } from '../../shared/queue/contract.ts';
import { contentHashOf } from '../../shared/stores/article-identity.ts';
import { closeVersion } from '../../shared/stores/article-lifecycle.ts';
import { payloadOf, readVersion, type VersionRecord } from '../../shared/stores/article-store.ts';
import type { RedisClient } from '../../shared/stores/redis.ts';
import { registerVersion } from '../../shared/stores/register-version.ts';
import { createStageStore } from '../../shared/stores/stage-store.ts';
import { continueTrace } from '../../shared/telemetry/trace.ts';
import { documentOf } from './builders.ts';
import { sourceOf } from './pipeline.ts';

/** An article whose stages a test ends by hand, one at a time. */
export interface HandmadeArticle {
  readonly source: SourceArticle;
  readonly document: Document;
  normalize(repairs?: readonly Repair[]): Promise<void>;
  tagEntities(overlay?: EntityOverlay): Promise<void>;
  /** Ends tm-lookup and render of a locale: the first `translated` sentences have an equal match. */
  translate(locale: string, targets: readonly string[]): Promise<void>;
  /** Marks a stage as running. */
  begin(stage: StageName, locale?: string): Promise<void>;
  fail(
    stage: StageName,
    error: { readonly code: string; readonly message: string },
    locale?: string,
  ): Promise<void>;
  close(state: 'done' | 'partial' | 'failed'): Promise<void>;
}

export interface HandmadeOptions {
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly locales?: readonly string[];
  readonly source?: Partial<SourceArticle>;
  /** Milliseconds since the epoch of the submission; now unless given. */
  readonly at?: number;
}

/** Registers an article and gives the means to end its stages through the stores, without a queue. */
export async function handmadeArticle(
  client: RedisClient,
  externalId: string,
  { headline, paragraphs, locales = ['es', 'fr', 'ar'], source: overrides, at = Date.now() }: HandmadeOptions,
): Promise<HandmadeArticle> {
  const source = sourceOf(externalId, {
    content: paragraphs.join('\n\n'),
    meta: { headline },
    targetLocales: locales.map((tag) => Locale.parse(tag)),
    ...overrides,
  });
  const facts = { contentHash: contentHashOf(source), trace: continueTrace(undefined) };
  await registerVersion(client, source, { ...facts, now: at });
  const record = await recordOf(client, source);
  const store = createStageStore(client);
  const document: Document = {
    ...documentOf(paragraphs, { headline, externalId, version: source.version }),
    id: source.articleId,
  };
  let clock = at;
  const tick = (ms: number): number => {
    clock += ms;
    return clock;
  };
  const payload = (locale?: string) =>
    locale === undefined ? payloadOf(record) : { ...payloadOf(record), locale: Locale.parse(locale) };

  return {
    source,
    document,
    normalize: async (repairs = []) =>
      store.commit(payload(), 'normalize', {
        value: { ...document, overlays: { ...document.overlays, repairs } },
        progress: {
          state: 'done',
          at: tick(31),
          ms: 22.4,
          attempts: 1,
          summary: { headline, sourceLocale: 'en', repairs: repairs.length },
        },
      }),
    tagEntities: async (overlay = { mentions: [], entities: [] }) =>
      store.commit(payload(), 'tag-entities', {
        value: overlay,
        progress: { state: 'done', at: tick(19), ms: 11.2, attempts: 1 },
      }),
    translate: async (locale, targets) => {
      const states = document.segments.map((segment, index) => stateOf(segment, targets[index]));
      const counts = {
        segments: states.length,
        translated: targets.length,
        approved: 0,
        source: states.length - targets.length,
      };
      const leverage = sumLeverage(
        document.segments.map(({ text }, index) => ({ text, score: states[index]?.state.score })),
      );
      await store.commit(payload(locale), 'tm-lookup', {
        value: {
          locale: Locale.parse(locale),
          segments: states.map(({ state, match }) => ({
            segmentId: state.segmentId,
            matches: match === undefined ? [] : [match],
          })),
          leverage,
        },
        progress: { state: 'done', at: tick(14), ms: 8.1, attempts: 1, summary: { leverage } },
      });
      await store.commit(payload(locale), 'render', {
        value: {
          rendition: {
            articleId: source.articleId,
            version: source.version,
            locale: Locale.parse(locale),
            segments: states.map(({ state }) => state),
            counts,
          },
          outputs: {
            html: `<!doctype html><html lang="${locale}"><title>Output</title><p>${targets.join('</p><p>')}</p><script>document.title = 'ran'</script></html>`,
            md: targets.join('\n\n'),
            json: JSON.stringify({ locale, targets }),
          },
        },
        progress: { state: 'done', at: tick(12), ms: 6.6, attempts: 1, summary: { counts } },
      });
    },
    begin: async (stage, locale) =>
      store.mark(payload(locale), stage, { state: 'running', at: tick(5), attempts: 1 }),
    fail: async (stage, error, locale) =>
      store.mark(payload(locale), stage, { state: 'failed', at: tick(40), attempts: 5, error }),
    close: async (state) => {
      await closeVersion(client, record, { state, now: tick(3) });
    },
  };
}

async function recordOf(client: RedisClient, { articleId, version }: SourceArticle): Promise<VersionRecord> {
  const record = await readVersion(client, articleId, version);
  if (record === undefined) {
    throw new Error(`${articleId} v${version} was not registered`);
  }
  return record;
}

function stateOf(
  segment: Document['segments'][number],
  target: string | undefined,
): { readonly state: SegmentState; readonly match?: Match } {
  const common = { segmentId: segment.id, freshness: 'current', qa: [] } as const;
  if (target === undefined) {
    return { state: { ...common, origin: 'none', review: 'empty', reasons: ['no-match'] } };
  }
  const unitId = `u${segment.id.slice(1)}`;
  const coded = { text: target, codes: [] };
  const match: Match = {
    kind: 'exact',
    score: 99,
    unitId,
    source: { text: segment.text, codes: segment.codes },
    target: coded,
    parts: { base: 100, deductions: [{ name: 'unreviewed', points: 1 }], formula: SCORE_FORMULA },
    review: 'translated',
  };
  return {
    state: {
      ...common,
      target: coded,
      origin: 'exact',
      review: 'translated',
      score: 99,
      unitId,
      reasons: ['unreviewed'],
    },
    match,
  };
}
