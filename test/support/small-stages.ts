import { Document } from '../../shared/document/document.ts';
import { EntityOverlay } from '../../shared/document/entity-mention.ts';
import { RenderedLocale } from '../../shared/document/rendition.ts';
import { LEVERAGE_BANDS, LocaleMatches } from '../../shared/memory/match.ts';
import { defineStage } from '../../shared/queue/define-stage.ts';
import { documentOf } from './builders.ts';

/** Hooks that a test puts into the small stages, to fail or wait where it wants. */
export interface SmallDeps {
  /** Called before a stage makes its result. */
  readonly before?: (stage: string, locale: string | undefined, signal: AbortSignal) => Promise<void> | void;
}

const NO_LEVERAGE = LocaleMatches.shape.leverage.parse(
  Object.fromEntries(LEVERAGE_BANDS.map((band) => [band, { segments: 0, words: 0 }])),
);

/** The four stages with next to no work of their own: what remains is the way jobs move. */
export const smallStages = {
  normalize: defineStage({
    name: 'normalize',
    scope: 'article',
    needs: ['source'],
    output: Document,
    next: 'tag-entities',
    summary: (document) => ({ repairs: 0, sourceLocale: document.sourceLocale }),
    run: async ({ source }, deps: SmallDeps, signal) => {
      await deps.before?.('normalize', undefined, signal);
      const { externalId, version } = source;
      return { ...documentOf([source.content], { externalId, version }), id: source.articleId };
    },
  }),
  'tag-entities': defineStage({
    name: 'tag-entities',
    scope: 'article',
    needs: ['normalize'],
    output: EntityOverlay,
    next: 'tm-lookup',
    run: async (_input, deps: SmallDeps, signal) => {
      await deps.before?.('tag-entities', undefined, signal);
      return { mentions: [], entities: [] };
    },
  }),
  'tm-lookup': defineStage({
    name: 'tm-lookup',
    scope: 'locale',
    needs: ['normalize', 'tag-entities'],
    output: LocaleMatches,
    next: 'render',
    run: async ({ normalize, locale }, deps: SmallDeps, signal) => {
      await deps.before?.('tm-lookup', locale, signal);
      const segments = normalize.segments.map(({ id }) => ({ segmentId: id, matches: [] }));
      return { locale, segments, leverage: NO_LEVERAGE };
    },
  }),
  render: defineStage({
    name: 'render',
    scope: 'locale',
    needs: ['normalize', 'tag-entities', 'tm-lookup'],
    output: RenderedLocale,
    summary: ({ rendition }) => ({ counts: rendition.counts }),
    run: async ({ normalize, locale }, deps: SmallDeps, signal) => {
      await deps.before?.('render', locale, signal);
      const text = normalize.segments.map((segment) => segment.text).join(' ');
      const count = normalize.segments.length;
      return {
        rendition: {
          articleId: normalize.id,
          version: normalize.version,
          locale,
          segments: [],
          counts: { segments: count, translated: 0, approved: 0, source: count },
        },
        outputs: {
          html: `<p lang="${locale}">${text}</p>`,
          md: text,
          json: JSON.stringify({ locale, text }),
        },
      };
    },
  }),
} as const;
