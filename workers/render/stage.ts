import { RenderedLocale } from '../../shared/document/rendition.ts';
import { defineStage } from '../../shared/queue/define-stage.ts';
import type { RenderDeps } from './deps.ts';
import { OUTPUT_WRITERS } from './output-writers.ts';
import { type RenderInput, renderParts } from './render-parts.ts';

/** Makes the rendition of one locale, and those of its outputs that are kept. */
export const renderStage = defineStage({
  name: 'render',
  scope: 'locale',
  needs: ['normalize', 'tag-entities', 'tm-lookup'],
  output: RenderedLocale,
  summary: ({ rendition }) => ({ counts: rendition.counts }),
  run: (input, deps: RenderDeps) =>
    renderLocale(
      {
        document: input.normalize,
        overlay: input['tag-entities'],
        matches: input['tm-lookup'],
        locale: input.locale,
        targets: input.targets,
      },
      deps,
    ),
});

function renderLocale(input: RenderInput, deps: RenderDeps): RenderedLocale {
  const parts = renderParts(input, deps);
  const { html, md, json } = OUTPUT_WRITERS;
  return {
    rendition: parts.rendition,
    outputs: { html: html(parts), md: md(parts), json: json(parts) },
  };
}
