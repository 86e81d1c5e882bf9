import { z } from 'zod';
import type { Entity, EntityValue } from '../../../shared/document/entity-mention.ts';
import { createNormalizeDeps } from '../../../workers/normalize/deps.ts';
import { type TagEntitiesDeps, tagEntities } from '../../../workers/tag-entities/tag-entities.ts';
import { documentOf } from '../../support/builders.ts';

/** A text with every mention marked by hand: span in UTF-16 code units, type, identity or value. */
export const GoldText = z.object({
  id: z.string(),
  lang: z.string(),
  /** Date of publication, ISO 8601. */
  published: z.string().optional(),
  text: z.string(),
  entities: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      type: z.string(),
      ref: z.string().optional(),
      value: z.string().optional(),
    }),
  ),
});
export type GoldText = Readonly<z.infer<typeof GoldText>>;

/** A mention of a whole text, as marked or as found. */
export interface SpannedMention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  /** Whom or what it denotes. */
  readonly ref?: string;
  /** A value as {@link describeValue} writes it. */
  readonly value?: string;
}

interface Sentence {
  readonly text: string;
  readonly start: number;
}

const { sentenceBreaksOf } = createNormalizeDeps();

/** Tags a text as it is, line by line and sentence by sentence, without repairs; spans are the text's own. */
export function tagText(
  { text, lang, published }: Pick<GoldText, 'text' | 'lang' | 'published'>,
  deps: TagEntitiesDeps,
): readonly (SpannedMention & { readonly id: string; readonly entity: Entity })[] {
  const blocks = linesOf(text).map((line) => sentencesOf(line, lang));
  const document = documentOf(
    blocks.map((sentences) => sentences.map((sentence) => sentence.text)),
    { sourceLocale: lang, ...(published === undefined ? {} : { publishedAt: published }) },
  );
  const sentences = blocks.flat();
  const starts = new Map<string, number>(
    document.segments.map(({ id }, at) => [id, sentences[at]?.start ?? 0]),
  );
  const { mentions, entities } = tagEntities(document, deps);
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return mentions.flatMap(({ segmentId, span, entityId }) => {
    const offset = starts.get(segmentId) ?? 0;
    const entity = byId.get(entityId);
    if (entity === undefined) {
      return [];
    }
    const place = { start: span.start + offset, end: span.end + offset };
    return [{ ...place, ...describeEntity(entity), id: entity.id, entity }];
  });
}

/** Type, identity and value of an entity as gold texts write them. */
function describeEntity(entity: Entity): Omit<SpannedMention, 'start' | 'end'> {
  const { type, value, refersTo, id } = entity;
  return value === undefined ? { type, ref: refersTo ?? id } : { type, value: describeValue(value) };
}

/** `USD 5000000`, `97`, `10 kilometer`, `PT15M`, `2026-W02 mid`. */
function describeValue(value: EntityValue): string {
  switch (value.kind) {
    case 'date':
      return value.mod === undefined ? value.timex : `${value.timex} ${value.mod}`;
    case 'time':
      return value.time;
    case 'duration':
      return value.duration;
    case 'money':
      return `${value.currency} ${value.amount}`;
    case 'percent':
    case 'ordinal':
      return String(value.value);
    case 'number':
      return value.unit === undefined ? String(value.value) : `${value.value} ${value.unit}`;
    default:
      return value satisfies never;
  }
}

function linesOf(text: string): readonly Sentence[] {
  return [...text.matchAll(/[^\n]+/gu)]
    .filter(([line]) => line.trim() !== '')
    .map((match) => ({ text: match[0], start: match.index }));
}

function sentencesOf(line: Sentence, lang: string): readonly Sentence[] {
  const breaks = [0, ...sentenceBreaksOf(lang)(line.text), line.text.length];
  return breaks.slice(1).flatMap((end, at): readonly Sentence[] => {
    const piece = line.text.slice(breaks[at], end);
    const text = piece.trim();
    const lead = piece.length - piece.trimStart().length;
    return text === '' ? [] : [{ text, start: line.start + (breaks[at] ?? 0) + lead }];
  });
}
