import { Document } from '../../shared/document/document.ts';
import { EntityOverlay } from '../../shared/document/entity-mention.ts';
import { RenderedLocale } from '../../shared/document/rendition.ts';
import { LEVERAGE_BANDS, LocaleMatches } from '../../shared/memory/match.ts';
import { defineStage } from '../../shared/queue/define-stage.ts';
import { startCollect } from '../../shared/queue/start-collect.ts';
import type { QueueWorkerContext } from '../../shared/queue/start-queue-worker.ts';
import { startStage } from '../../shared/queue/start-stage.ts';
import { closeArticle } from '../../workers/collect/close-article.ts';
import { documentOf } from '../support/builders.ts';

const DOCUMENT = documentOf(['One sentence.']);
const LEVERAGE = LocaleMatches.shape.leverage.parse(
  Object.fromEntries(LEVERAGE_BANDS.map((band) => [band, { segments: 0, words: 0 }])),
);

/** Stages that answer at once with a constant: what is left is the way jobs and results move. */
const normalize = defineStage({
  name: 'normalize',
  scope: 'article',
  needs: ['source'],
  output: Document,
  next: 'tag-entities',
  run: () => DOCUMENT,
});

const tagEntities = defineStage({
  name: 'tag-entities',
  scope: 'article',
  needs: ['normalize'],
  output: EntityOverlay,
  next: 'tm-lookup',
  run: () => ({ mentions: [], entities: [] }),
});

const tmLookup = defineStage({
  name: 'tm-lookup',
  scope: 'locale',
  needs: ['normalize', 'tag-entities'],
  output: LocaleMatches,
  next: 'render',
  run: ({ locale }) => ({ locale, segments: [], leverage: LEVERAGE }),
});

const render = defineStage({
  name: 'render',
  scope: 'locale',
  needs: ['normalize', 'tag-entities', 'tm-lookup'],
  output: RenderedLocale,
  run: ({ locale }) => ({
    rendition: {
      articleId: DOCUMENT.id,
      version: 1,
      locale,
      segments: [],
      counts: { segments: 0, translated: 0, approved: 0, source: 0 },
    },
    outputs: { html: '', md: '', json: '' },
  }),
});

/** Starts the four stages without work, and collect, in this process. */
export async function startNoWorkPipeline(
  contextOf: (queue: 'normalize' | 'tag-entities' | 'tm-lookup' | 'render' | 'collect') => QueueWorkerContext,
): Promise<AsyncDisposable> {
  const parts = await Promise.all([
    startStage(normalize, {}, contextOf('normalize')),
    startStage(tagEntities, {}, contextOf('tag-entities')),
    startStage(tmLookup, {}, contextOf('tm-lookup')),
    startStage(render, {}, contextOf('render')),
    startCollect(closeArticle, contextOf('collect')),
  ]);
  return {
    [Symbol.asyncDispose]: async () => {
      await Promise.all(parts.map(async (part) => part[Symbol.asyncDispose]()));
    },
  };
}
