import type { Document } from '../../shared/document/document.ts';
import type { EntityOverlay } from '../../shared/document/entity-mention.ts';
import type { Locale } from '../../shared/document/locale.ts';
import { RenderedLocale } from '../../shared/document/rendition.ts';
import type { LocaleMatches } from '../../shared/memory/match.ts';
import { defineStage } from '../../shared/queue/define-stage.ts';
import { buildMdast } from './build-mdast.ts';
import { buildRendition } from './build-rendition.ts';
import type { RenderDeps } from './deps.ts';
import { fillTargets } from './fill-targets.ts';
import { joinSentences } from './join-sentences.ts';
import { localizeEntities } from './localize-entities.ts';
import { localizeMeta } from './localize-meta.ts';
import { checkQuality } from './quality-checks.ts';
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

interface RenderInput {
  readonly document: Document;
  readonly overlay: EntityOverlay;
  readonly matches: LocaleMatches;
  readonly locale: Locale;
}

function renderLocale({ document, overlay, matches, locale }: RenderInput, deps: RenderDeps): RenderedLocale {
  const { sourceLocale } = document;
  const kit = deps.kitOf(locale);
  const filled = fillTargets(document, matches);
  const findings = checkQuality(filled, { overlay, sourceLocale, locale });
  const rendition = buildRendition(document, locale, filled, findings);
  const entities = localizeEntities(overlay, kit);
  const joins = joinSentences(filled, { sourceLocale, sentenceSpace: kit.style.sentenceSpace });
  const meta = localizeMeta(document, { filled, joins, entities, kit });
  const article = buildMdast(document, filled, { joins, typeset: kit.typeset });
  const parts = { document, filled, rendition, article, meta, entities, kit };
  return { rendition, outputs: { html: toHtml(parts), md: toMarkdown(parts), json: toJson(parts) } };
}
