import { createHash } from 'node:crypto';
import type { Document } from '../document/document.ts';
import type { EntityFix } from '../document/entity-fix.ts';
import type { EntityOverlay } from '../document/entity-mention.ts';
import { findPlace, placeAt } from '../document/fix-place.ts';
import { GazetteerEntry, type GazetteerList, localEntryId } from '../document/gazetteer-entry.ts';
import { languageOf } from '../document/locale.ts';
import { spansOverlap } from '../document/span.ts';
import type { EntityChange, MentionChange, PlaceChange } from './check-entity-change.ts';

/** The version that a change is about, and what the gazetteers know. */
export interface FixContext {
  readonly document: Document;
  readonly entities: EntityOverlay;
  readonly findEntry: (id: string) => Promise<GazetteerEntry | undefined>;
}

/** A change in the form in which it is kept. */
export interface DraftedFixes {
  /** The fixes of a version after the change. */
  readonly apply: (known: readonly EntityFix[]) => readonly EntityFix[];
  /** Entries to put on imported lists. */
  readonly remember: readonly { readonly list: GazetteerList; readonly entry: GazetteerEntry }[];
}

/** Turns a checked change into fixes; the entry of a name to remember is what its fix is linked to. */
export async function draftFixes(
  context: FixContext,
  { set = [], remove = [], takeBack = [] }: EntityChange,
): Promise<DraftedFixes> {
  const removed = remove.map((change) => fixOf(context, change, { kind: 'nothing' }));
  const made = await Promise.all(
    set.map(async (change) => {
      const entry = change.remember && (await entryOf(context, change));
      const link = entry?.id ?? change.link;
      const verdict = {
        kind: 'mention',
        type: change.type,
        ...(link === undefined ? {} : { link }),
      } as const;
      return { fix: fixOf(context, change, verdict), entry, list: change.remember?.list ?? 'gazetteer' };
    }),
  );
  const gone = new Set(takeBack);
  return {
    apply: (known) => {
      const kept = known.filter(({ key }) => !gone.has(key));
      return [...removed, ...made.map(({ fix }) => fix)].reduce<readonly EntityFix[]>(
        (fixes, fix) => withFix(context.document, fixes, fix),
        kept,
      );
    },
    remember: made.flatMap(({ entry, list }) => (entry === undefined ? [] : [{ list, entry }])),
  };
}

function textOf({ document }: FixContext, { segmentId, start, end }: PlaceChange): string {
  return document.segments.find(({ id }) => id === segmentId)?.text.slice(start, end) ?? '';
}

function fixOf(
  { document }: FixContext,
  { segmentId, start, end, everywhere }: PlaceChange,
  verdict: EntityFix['verdict'],
): EntityFix {
  const text = document.segments.find(({ id }) => id === segmentId)?.text ?? '';
  const place = placeAt({ id: segmentId, text }, { start, end });
  return {
    key: keyOf([place.segmentId, place.start, place.text, everywhere === true]),
    place,
    ...(everywhere === true ? { everywhere } : {}),
    verdict,
  };
}

/** The same place always has the same key. */
function keyOf(facts: readonly unknown[]): string {
  const digest = createHash('sha256').update(JSON.stringify(facts)).digest();
  return `f${BigInt(`0x${digest.subarray(0, 16).toString('hex')}`)
    .toString(36)
    .padStart(12, '0')
    .slice(0, 12)}`;
}

/** Adds a fix in place of those that concern the same place, or the same words where it holds everywhere. */
function withFix({ segments }: Document, known: readonly EntityFix[], fix: EntityFix): readonly EntityFix[] {
  const same = known.find(({ key }) => key === fix.key);
  if (same !== undefined && JSON.stringify(same.verdict) === JSON.stringify(fix.verdict)) {
    return known;
  }
  const at = findPlace(segments, fix.place);
  const kept = known.filter((other) => {
    if (other.key === fix.key || (fix.everywhere === true && other.place.text === fix.place.text)) {
      return false;
    }
    const place = other.everywhere === true ? undefined : findPlace(segments, other.place);
    const isThere = place !== undefined && place.segment === at?.segment && spansOverlap(place, at);
    return !isThere;
  });
  return [...kept, fix];
}

/** The entry that makes the name known: what is known of the thing keeps the form that is rendered. */
async function entryOf(context: FixContext, change: MentionChange): Promise<GazetteerEntry> {
  const { type, link, remember } = change;
  const text = textOf(context, change);
  const language = languageOf(context.document.sourceLocale);
  const id = link === undefined || link === 'none' ? ownId(context, change, text) : link;
  const known = await context.findEntry(id);
  const shown = known && shownName(known, language);
  const forms = shown === undefined || shown === text ? [text] : [shown, text];
  const others = Object.entries(remember?.names ?? {}).map(([locale, name]) => [locale, [name]] as const);
  return GazetteerEntry.parse({ id, type, names: { ...Object.fromEntries(others), [language]: forms } });
}

/** The id of the entity that is marked there already, if it is one of that type. */
function ownId(
  { entities }: FixContext,
  { segmentId, start, end, type, link }: MentionChange,
  text: string,
): string {
  const mention = entities.mentions.find(
    (each) => each.segmentId === segmentId && each.span.start === start && each.span.end === end,
  );
  const entity = entities.entities.find(({ id }) => id === mention?.entityId);
  const isKept =
    link === undefined && entity?.type === type && GazetteerEntry.shape.id.safeParse(entity.id).success;
  return isKept ? entity.id : localEntryId(GazetteerEntry.shape.type.parse(type), text);
}

function shownName({ names, same }: GazetteerEntry, language: string): string | undefined {
  return names[language]?.[0] ?? (same?.includes(language) === true ? names['en']?.[0] : undefined);
}
