import { Origin, Review } from '../../document/rendition.ts';
import type { TranslationUnit } from '../../memory/translation-unit.ts';
import { fromTmxDate } from './dates.ts';
import type { RawUnit, RawVariant } from './raw-unit.ts';

/**
 * The properties that we write. The context ones are memoQ's and Trados' names, which most tools
 * read; TMX has no standard for context or review.
 */
export const PROPERTIES = {
  contextBefore: 'x-context-pre',
  contextAfter: 'x-context-post',
  key: 'x-polywire-key',
  origin: 'x-polywire-origin',
  review: 'x-polywire-review',
  /** The time as it was given, where `changedate` cannot hold it. */
  changedAt: 'x-polywire-changed',
  articleId: 'x-polywire-article',
  version: 'x-polywire-version',
  file: 'x-polywire-file',
} as const;

/** What a `<note>` is called among the properties. */
export const NOTE = 'note';

/**
 * Names under which tools keep a text's neighbours and key, ours first: OmegaT (`prev`, `next`, `id`,
 * `path`), memoQ (`x-context-pre`, `x-context`), Trados (`x-ContextContent`, `x-IdContext`), Okapi
 * (`Txt::GroupName`), XTM (`x-previous-source-text`).
 */
const DIALECTS = {
  contextBefore: [PROPERTIES.contextBefore, 'prev', 'x-previous-source-text', 'x-ContextContent'],
  contextAfter: [PROPERTIES.contextAfter, 'next', 'x-next-source-text'],
  key: [
    PROPERTIES.key,
    'id',
    'key',
    'x-context_seg_key',
    'x-IdContext',
    'x-context',
    'Txt::GroupName',
    'path',
  ],
} as const;

/** Names whose values a unit holds in members of its own. */
const READ: ReadonlySet<string> = new Set([
  ...Object.values(PROPERTIES),
  ...Object.values(DIALECTS).flat(),
  'x-ConfirmationLevel',
]);

/** Trados' `x-ConfirmationLevel`. */
const CONFIRMATION: ReadonlyMap<string, Review> = new Map([
  ['Draft', 'draft'],
  ['Translated', 'translated'],
  ['RejectedTranslation', 'rejected'],
  ['ApprovedTranslation', 'reviewed'],
  ['RejectedSignOff', 'rejected'],
  ['ApprovedSignOff', 'approved'],
]);

type Place = Pick<TranslationUnit, 'contextBefore' | 'contextAfter' | 'key'>;

/** Reads neighbours and key from whichever tool's properties the file has. */
export function placeOf(unit: RawUnit, source: RawVariant, target: RawVariant): Place {
  const find = (names: readonly string[]): string | undefined => {
    const found = names
      .flatMap((name) => [target, source, unit].map((holder) => valueOf(holder, name)))
      .find((value) => value !== undefined && value !== '');
    return found === undefined ? undefined : plainText(found);
  };
  const place = {
    contextBefore: find(DIALECTS.contextBefore),
    contextAfter: find(DIALECTS.contextAfter),
    key: find(DIALECTS.key),
  };
  return {
    ...(place.contextBefore === undefined ? {} : { contextBefore: place.contextBefore }),
    ...(place.contextAfter === undefined ? {} : { contextAfter: place.contextAfter }),
    ...(place.key === undefined ? {} : { key: place.key }),
  };
}

/** The properties and notes that no member of a unit holds: of the unit, of its source, of its target. */
export function foreignProperties(
  unit: RawUnit,
  source: RawVariant,
  target: RawVariant,
): Pick<TranslationUnit, 'properties'> {
  const foreign = [unit, source, target].flatMap(({ properties }) =>
    properties.filter(([name, value]) => !READ.has(name) || isHashes(value)),
  );
  return foreign.length === 0 ? {} : { properties: foreign };
}

/** Trados' `x-Context` has hashes, which say nothing to others; its `x-ContextContent` texts. */
function valueOf({ properties }: RawUnit | RawVariant, name: string): string | undefined {
  const value = properties.find(([each]) => each === name)?.[1];
  if (value === undefined || isHashes(value)) {
    return undefined;
  }
  return name === 'x-ContextContent' ? value.split(' | ', 1)[0]?.trim() : value;
}

function isHashes(value: string): boolean {
  return /^-?\d+, -?\d+$/u.test(value);
}

/** Reads who made the target and how far it was reviewed. */
export function provenanceOf(
  unit: RawUnit,
  target: RawVariant,
  defaults: { readonly review?: Review; readonly file?: string },
): TranslationUnit['provenance'] {
  const property = (name: string): string | undefined => valueOf(target, name) ?? valueOf(unit, name);
  const attribute = (name: string): string | undefined => target.attributes[name] ?? unit.attributes[name];
  const changedAt =
    property(PROPERTIES.changedAt) ??
    fromTmxDate(attribute('changedate')) ??
    fromTmxDate(attribute('creationdate'));
  const changedBy = attribute('changeid') ?? attribute('creationid');
  const articleId = property(PROPERTIES.articleId);
  const version = Number(property(PROPERTIES.version));
  const file = property(PROPERTIES.file) ?? defaults.file;
  return {
    origin: originOf(property(PROPERTIES.origin)) ?? 'human',
    review: reviewOf(property) ?? defaults.review ?? 'translated',
    ...(changedAt === undefined ? {} : { changedAt }),
    ...(changedBy === undefined ? {} : { changedBy }),
    ...(articleId === undefined ? {} : { articleId }),
    ...(Number.isInteger(version) ? { version } : {}),
    ...(file === undefined ? {} : { file }),
  };
}

function originOf(value: string | undefined): Origin | undefined {
  return value === undefined ? undefined : Origin.safeParse(value).data;
}

function reviewOf(property: (name: string) => string | undefined): Review | undefined {
  const own = property(PROPERTIES.review);
  const stated = own === undefined ? undefined : Review.safeParse(own).data;
  return stated ?? CONFIRMATION.get(property('x-ConfirmationLevel') ?? '');
}

/** memoQ keeps a neighbour as escaped `<seg>` markup, and so do we: nothing else tells text from markup. */
function plainText(value: string): string {
  const markup = /^<seg>(?<content>.*)<\/seg>$/su.exec(value)?.groups?.['content'];
  if (markup === undefined) {
    return value;
  }
  return markup
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/&(?:lt|gt|quot|apos|amp);/gu, (reference) => ENTITIES[reference] ?? reference);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};
