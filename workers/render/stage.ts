import { RenderedLocale } from '../../shared/document/rendition.ts';
import { defineStage } from '../../shared/queue/define-stage.ts';
import type { RenderDeps } from './deps.ts';
import { type RenderInput, renderParts } from './render-parts.ts';
import { toHtml } from './to-html.ts';
import { toJson } from './to-json.ts';
import { toMarkdown } from './to-markdown.ts';

/** Makes the rendition of one locale, and its outputs: a page, Markdown and JSON. */
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
      },
      deps,
    ),
});

function renderLocale(input: RenderInput, deps: RenderDeps): RenderedLocale {
  const parts = renderParts(input, deps);
  return {
    rendition: parts.rendition,
    outputs: { html: toHtml(parts), md: toMarkdown(parts), json: toJson(parts) },
  };
}
