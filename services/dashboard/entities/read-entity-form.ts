import { z } from 'zod';
import type { Document } from '../../../shared/document/document.ts';
import { EntityLink } from '../../../shared/document/entity-fix.ts';
import { EntityType, SHIPPED_TYPES } from '../../../shared/document/entity-type.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import type { EntityChange, MentionChange } from '../../../shared/queue/check-entity-change.ts';
import { placeOfWords } from './choose-place.ts';

/** The fields of the forms by which entities are corrected. */
export const ENTITY_FIELDS = [
  'do',
  'key',
  'segment',
  'start',
  'end',
  'words',
  'nth',
  'type',
  'link',
  'id',
  'everywhere',
  'remember',
] as const;

/** Fields as they were sent; a box that is not checked is absent. */
export type EntityFields = { readonly [Name in (typeof ENTITY_FIELDS)[number]]?: string | undefined };

const Mark = z.object({ start: z.coerce.number().int().min(0), end: z.coerce.number().int().min(1) });
const Nth = z.coerce.number().int().min(1).catch(1);

/**
 * Makes the change that a form asks for.
 *
 * @throws {PipelineError} `REQUEST_INVALID`, which names the value and what was expected.
 */
export function readEntityForm({ segments }: Document, fields: EntityFields): EntityChange {
  if (fields.do === 'takeBack') {
    return { takeBack: [fields.key ?? ''] };
  }
  const segment = segments.find(({ id }) => id === fields.segment);
  if (segment === undefined) {
    throw invalid(`The version has no sentence "${fields.segment ?? ''}"`);
  }
  const mark = Mark.safeParse(fields).data;
  const everywhere = fields.everywhere === undefined ? {} : { everywhere: true };
  if (fields.do === 'remove' && mark !== undefined) {
    return { remove: [{ segmentId: segment.id, ...mark, ...everywhere }] };
  }
  const place = placeOfWords(segment, fields.words ?? '', { near: mark, nth: Nth.parse(fields.nth) });
  const type = EntityType.safeParse(fields.type);
  if (!type.success) {
    throw invalid(`"${fields.type ?? ''}" is no kind; expected one of ${SHIPPED_TYPES.join(', ')}`);
  }
  const link = readLink(fields);
  const change: MentionChange = {
    segmentId: segment.id,
    ...place,
    ...everywhere,
    type: type.data,
    ...(link === undefined ? {} : { link }),
    ...(fields.remember === undefined ? {} : { remember: {} }),
  };
  return { set: [change] };
}

function readLink({ link, id }: EntityFields): EntityLink | undefined {
  const chosen = link === 'id' ? (id ?? '').trim() : link;
  if (chosen === undefined || chosen === 'auto') {
    return undefined;
  }
  const parsed = EntityLink.safeParse(chosen);
  if (!parsed.success) {
    throw invalid(`"${chosen}" is no id; expected a Wikidata id such as Q90, or one of a gazetteer's own`);
  }
  return parsed.data;
}

function invalid(message: string): PipelineError {
  return new PipelineError('REQUEST_INVALID', message);
}
