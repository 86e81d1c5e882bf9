import type { BlockKind } from '../../../shared/document/block.ts';
import type { Document } from '../../../shared/document/document.ts';
import type { EntityOverlay, Mention } from '../../../shared/document/entity-mention.ts';
import { groupBy } from '../../../shared/document/group-by.ts';
import type { TermMatcher, TermText } from '../../../shared/memory/terms/term-matcher.ts';
import type { FilledSegment } from '../fill-targets.ts';
import type { LocaleKit } from '../locale-kit.ts';
import type { LocalizedEntities } from '../localize-entities.ts';
import type { Addition } from './addition.ts';
import { findPlace, hasWords } from './find-place.ts';
import { createQuotationReader, type IsQuoted } from './is-quoted.ts';
import { sourceFormOf } from './source-form-of.ts';
import type { SourceFormStyle } from './source-form-style.ts';

export interface SourceFormContext {
  readonly overlay: EntityOverlay;
  readonly entities: LocalizedEntities;
  /** What stands before each segment in the locale. */
  readonly joins: ReadonlyMap<string, string>;
  readonly kit: LocaleKit;
  /** Finds names in any form of their words. */
  readonly matcher: TermMatcher;
}

const NONE: ReadonlyMap<string, readonly Addition[]> = new Map();

/**
 * Where the house style gives the source's form of a name, by segment id: in running text, behind the
 * first mention of each that has the locale's form. A name is left out where the source's form stands in
 * a translation of the article already, where its first full mention has another form than ours, and
 * where that is in a target which a person approved, unless the style says otherwise.
 */
export function findSourceForms(
  document: Document,
  filled: readonly FilledSegment[],
  context: SourceFormContext,
): ReadonlyMap<string, readonly Addition[]> {
  const style = context.kit.style.sourceForms;
  const names = style === undefined ? [] : namesOf(document, filled, context, style);
  if (style === undefined || names.length === 0) {
    return NONE;
  }
  const open = new Map(names.map((name) => [name.entityId, name]));
  const mentions = groupBy(context.overlay.mentions, ({ segmentId }) => segmentId);
  const kinds = new Map(document.blocks.map(({ id, kind }) => [id, kind]));
  const isQuoted = createQuotationReader(filled, context);
  const found = filled.map((entry) => {
    const isText = RUNNING_TEXT.has(kinds.get(entry.segment.blockId) ?? 'title');
    const own = isText && entry.target !== undefined ? (mentions.get(entry.segment.id) ?? []) : [];
    return additionsIn(entry, own, { open, style, isQuoted, matcher: context.matcher });
  });
  return new Map(
    filled.flatMap(({ segment }, at) =>
      found[at] === undefined || found[at].length === 0 ? [] : [[segment.id, found[at]] as const],
    ),
  );
}

/** Not titles, captions and cells, which have no room. */
const RUNNING_TEXT: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'quote']);

interface Name {
  readonly entityId: string;
  readonly source: string;
  readonly locale: Addition['locale'];
  readonly form: TermText;
  /** Full forms in the source. */
  readonly full: ReadonlySet<string>;
}

/** Names that get their source form, unless a translator has given it. */
function namesOf(
  document: Document,
  filled: readonly FilledSegment[],
  { entities, overlay, kit, matcher }: SourceFormContext,
  style: SourceFormStyle,
): readonly Name[] {
  const { sourceLocale } = document;
  const candidates = entities.named.flatMap((entry) => {
    const source = sourceFormOf(entry, style, { sourceLocale, locale: kit.locale });
    return source === undefined ? [] : [{ ...entry, source }];
  });
  if (candidates.length === 0) {
    return [];
  }
  const shown = filled.map(({ target }) => target?.text ?? '').join('\n');
  const mentioned = groupBy(overlay.mentions, ({ entityId }) => entityId);
  return candidates.flatMap(({ entity, localName = '', source }): Name[] => {
    const family = entity.type === 'PER' ? (source.split(' ').at(-1) ?? source) : source;
    const said = [source, family, ...(mentioned.get(entity.id) ?? []).map(({ text }) => text)];
    return said.some((form) => hasWords(shown, form))
      ? []
      : [
          {
            entityId: entity.id,
            source,
            locale: sourceLocale,
            form: matcher.read(localName),
            full: new Set([source, entity.name]),
          },
        ];
  });
}

interface Search {
  /** Names that have not been given yet; those that are given or given up are taken out. */
  readonly open: Map<string, Name>;
  readonly style: SourceFormStyle;
  readonly isQuoted: IsQuoted;
  readonly matcher: TermMatcher;
}

function additionsIn(
  entry: FilledSegment,
  mentions: readonly Mention[],
  { open, style, isQuoted, matcher }: Search,
): readonly Addition[] {
  const { segment, target, review } = entry;
  const added: Addition[] = [];
  for (const { entityId, text } of mentions) {
    const name = open.get(entityId);
    if (name === undefined || target === undefined) {
      continue;
    }
    if (review === 'approved' && !style.approved) {
      open.delete(entityId);
      continue;
    }
    const place = findPlace(matcher.find(name.form, matcher.read(target.text), 0), target.text, style);
    if (place === undefined && name.full.has(text)) {
      open.delete(entityId);
    }
    const isRunning =
      place?.isBracketed === false && (style.quotations || !isQuoted(segment.id, place.start));
    if (isRunning) {
      const { at, before, after } = place;
      added.push({
        rule: 'source-form',
        entityId,
        at,
        before,
        text: name.source,
        after,
        locale: name.locale,
      });
      open.delete(entityId);
    }
  }
  return added;
}
