import { z } from 'zod';
import type { Document } from '../../shared/document/document.ts';
import { defineStage } from '../../shared/queue/define-stage.ts';
import type { Normalizer } from './thread/normalizer.ts';

/** First stage: the source article becomes the document that all other stages read. */
export const normalizeStage = defineStage({
  name: 'normalize',
  scope: 'article',
  needs: ['source'],
  output: z.custom<Document>(), // checked where it was made: checking a large one again would block
  summary: ({ meta, sourceLocale, overlays }) => ({
    headline: meta.headline,
    sourceLocale,
    repairs: overlays.repairs.length,
  }),
  next: 'tag-entities',
  run: ({ source }, deps: Normalizer, signal) => deps.normalize(source, signal),
});
