import type { Document } from '../../shared/document/document.ts';
import type { EntityOverlay } from '../../shared/document/entity-mention.ts';
import type { Locale } from '../../shared/document/locale.ts';
import type { Rendition } from '../../shared/document/rendition.ts';
import type { LocaleMatches } from '../../shared/memory/match.ts';
import { type ArticleTree, buildMdast } from './build-mdast.ts';
import { buildRendition } from './build-rendition.ts';
import type { RenderDeps } from './deps.ts';
import type { Fallback } from './fallback.ts';
import { type FilledSegment, fillTargets } from './fill-targets.ts';
import { joinSentences } from './join-sentences.ts';
import type { LocaleKit } from './locale-kit.ts';
import { type LocalizedEntities, localizeEntities } from './localize-entities.ts';
import { type LocalizedMeta, localizeMeta } from './localize-meta.ts';
import { checkQuality } from './quality-checks.ts';
import type { PageUrlOf } from './site-urls.ts';
import type { Addition } from './source-forms/addition.ts';
import { findSourceForms } from './source-forms/find-source-forms.ts';

export interface RenderInput {
  readonly document: Document;
  readonly overlay: EntityOverlay;
  readonly matches: LocaleMatches;
  readonly locale: Locale;
  /** Every locale of the article. */
  readonly targets: readonly Locale[];
}

/** What is served of each segment, decided. */
export interface DecidedInput {
  readonly document: Document;
  readonly overlay: EntityOverlay;
  /** In the document's order. */
  readonly filled: readonly FilledSegment[];
  readonly rendition: Rendition;
  readonly targets: readonly Locale[];
  readonly fallback: Fallback;
  /** Whether each target says where it came from. */
  readonly showOrigins?: boolean;
}

/** Everything that the writers of one locale's outputs are given. */
export interface RenderedParts {
  readonly document: Document;
  readonly filled: readonly FilledSegment[];
  readonly rendition: Rendition;
  /** Words that the house style adds to targets, by segment id. */
  readonly additions: ReadonlyMap<string, readonly Addition[]>;
  readonly article: ArticleTree;
  readonly meta: LocalizedMeta;
  readonly entities: LocalizedEntities;
  readonly kit: LocaleKit;
  /** Every locale of the article, this one included. */
  readonly targets: readonly Locale[];
  /** Absent where no site is configured. */
  readonly pageUrlOf: PageUrlOf | undefined;
}

/** Decides what is served of each segment, and makes the parts that outputs are written from. */
export function renderParts(
  { document, overlay, matches, locale, targets }: RenderInput,
  deps: RenderDeps,
): RenderedParts {
  const { sourceLocale } = document;
  const filled = fillTargets(document, matches);
  const uses = matches.terms ?? [];
  const terms = uses.length === 0 ? undefined : { uses, matcher: deps.termMatcherFor(locale) };
  const findings = checkQuality(filled, { overlay, sourceLocale, locale, reader: deps.nameReader, terms });
  const rendition = buildRendition(document, locale, filled, findings);
  return localizeParts({ document, overlay, filled, rendition, targets, fallback: 'source' }, deps);
}

/** Makes the parts that outputs are written from, of what was decided. */
export function localizeParts(
  { document, overlay, filled, rendition, targets, fallback, showOrigins = false }: DecidedInput,
  deps: RenderDeps,
): RenderedParts {
  const { sourceLocale } = document;
  const kit = deps.kitOf(rendition.locale);
  const entities = localizeEntities(overlay, kit);
  const joins = joinSentences(filled, { sourceLocale, sentenceSpace: kit.style.sentenceSpace });
  const meta = localizeMeta(document, { filled, joins, entities, kit, fallback });
  const matcher = deps.termMatcherFor(rendition.locale);
  const additions = findSourceForms(document, filled, { overlay, entities, joins, kit, matcher });
  const article = buildMdast(document, filled, { joins, kit, overlay, fallback, additions, showOrigins });
  const { pageUrlOf } = deps;
  return { document, filled, rendition, additions, article, meta, entities, kit, targets, pageUrlOf };
}
