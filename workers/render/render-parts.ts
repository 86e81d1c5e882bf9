import type { Document } from '../../shared/document/document.ts';
import type { EntityOverlay } from '../../shared/document/entity-mention.ts';
import type { Locale } from '../../shared/document/locale.ts';
import type { LocaleMatches } from '../../shared/memory/match.ts';
import { buildMdast } from './build-mdast.ts';
import { buildRendition } from './build-rendition.ts';
import type { RenderDeps } from './deps.ts';
import { fillTargets } from './fill-targets.ts';
import { joinSentences } from './join-sentences.ts';
import { localizeEntities } from './localize-entities.ts';
import { localizeMeta } from './localize-meta.ts';
import { checkQuality } from './quality-checks.ts';
import type { RenderedParts } from './to-html.ts';

export interface RenderInput {
  readonly document: Document;
  readonly overlay: EntityOverlay;
  readonly matches: LocaleMatches;
  readonly locale: Locale;
}

/** Makes everything that the serializers of one locale write from. */
export function renderParts(
  { document, overlay, matches, locale }: RenderInput,
  deps: RenderDeps,
): RenderedParts {
  const { sourceLocale } = document;
  const kit = deps.kitOf(locale);
  const filled = fillTargets(document, matches);
  const findings = checkQuality(filled, { overlay, sourceLocale, locale });
  const rendition = buildRendition(document, locale, filled, findings);
  const entities = localizeEntities(overlay, kit);
  const joins = joinSentences(filled, { sourceLocale, sentenceSpace: kit.style.sentenceSpace });
  const meta = localizeMeta(document, { filled, joins, entities, kit });
  const article = buildMdast(document, filled, { joins, kit, overlay });
  return { document, filled, rendition, article, meta, entities, kit };
}
