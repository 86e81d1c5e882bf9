import type { BlockKind } from '../../shared/document/block.ts';
import type { Document } from '../../shared/document/document.ts';
import type { Fallback } from './fallback.ts';
import type { FilledSegment } from './fill-targets.ts';
import type { LocaleKit } from './locale-kit.ts';
import { type LocalizedDate, localizeDate } from './localize-dates.ts';
import type { LocalizedEntities } from './localize-entities.ts';
import { plainText } from './plain-text.ts';

/** Text in the locale's language, or in the source's where no translation is there. */
export interface LocalizedText {
  readonly text: string;
  readonly origin: 'target' | 'source';
}

/** What stands around the text, in the locale's form; the desk's own note is left out. */
export interface LocalizedMeta {
  readonly headline: LocalizedText | undefined;
  readonly description: LocalizedText | undefined;
  readonly byline: readonly string[];
  readonly agency: string | undefined;
  readonly dateline: string | undefined;
  readonly published: LocalizedDate | undefined;
  readonly modified: LocalizedDate | undefined;
  readonly section: LocalizedText | undefined;
  readonly keywords: readonly string[];
  /** Where the source article stands; http or https. */
  readonly originalUrl: string | undefined;
}

/** Facts that the metadata is localized by. */
export interface MetaContext {
  readonly filled: readonly FilledSegment[];
  /** What stands before each segment in the locale. */
  readonly joins: ReadonlyMap<string, string>;
  readonly entities: LocalizedEntities;
  readonly kit: LocaleKit;
  readonly fallback: Fallback;
}

/**
 * Brings the article's metadata into the locale: headline and description from their segments,
 * names by the entity table, dates by the locale's style. Names without a known form stay as they
 * are.
 */
export function localizeMeta(document: Document, context: MetaContext): LocalizedMeta {
  const { entities, kit, fallback } = context;
  const shown = (text: LocalizedText | undefined): LocalizedText | undefined =>
    text?.origin === 'source' && fallback === 'omit' ? undefined : text;
  const { meta } = document;
  const named = (name: string | undefined): string | undefined =>
    name === undefined || name.trim() === '' ? undefined : entities.localNameOf(name);
  return {
    headline: shown(blockText('headline', document, context) ?? sourceText(meta.headline)),
    description: shown(blockText('description', document, context) ?? sourceText(meta.description)),
    byline: meta.byline.map(({ name }) => entities.localNameOf(name)),
    agency: named(meta.agency),
    dateline: named(meta.dateline),
    published: localizeDate(meta.publishedAt, kit),
    modified: meta.modifiedAt === meta.publishedAt ? undefined : localizeDate(meta.modifiedAt, kit),
    section: shown(localizedName(meta.section, entities)),
    keywords: (meta.keywords ?? []).map((keyword) => entities.localNameOf(keyword)),
    originalUrl: /^https?:\/\//iu.test(meta.canonicalUrl ?? '') ? meta.canonicalUrl : undefined,
  };
}

/** A word of the source language, such as a section, unless it names an entity that the locale knows. */
function localizedName(name: string | undefined, entities: LocalizedEntities): LocalizedText | undefined {
  if (name === undefined || name.trim() === '') {
    return undefined;
  }
  const local = entities.localNameOf(name);
  return { text: local, origin: local === name ? 'source' : 'target' };
}

/** The first block of a kind as plain text: all of it translated, or all of it in the source language. */
function blockText(
  kind: BlockKind,
  document: Document,
  { filled, joins, kit }: MetaContext,
): LocalizedText | undefined {
  const block = document.blocks.find((candidate) => candidate.kind === kind);
  const own = filled.filter(({ segment }) => segment.blockId === block?.id);
  if (own.length === 0) {
    return undefined;
  }
  const isTranslated = own.every(({ target }) => target !== undefined);
  const text = own
    .map(({ segment, target = segment }) => (joins.get(segment.id) ?? '') + plainText(target))
    .join('');
  if (isTranslated) {
    return { text: kit.typeset.text(text.trim()), origin: 'target' };
  }
  const source = own.map(({ segment }) => segment.joinBefore + plainText(segment)).join('');
  return { text: source.trim(), origin: 'source' };
}

function sourceText(text: string | undefined): LocalizedText | undefined {
  return text === undefined ? undefined : { text: plainText({ text, codes: [] }), origin: 'source' };
}
