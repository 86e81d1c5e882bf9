import type { Entity, Mention } from '../../../../shared/document/entity-mention.ts';
import { createTagEntitiesDeps } from '../../../../workers/tag-entities/deps.ts';
import { tagEntities } from '../../../../workers/tag-entities/tag-entities.ts';
import { type BlockSpec, type DocumentOptions, documentOf } from '../../../support/builders.ts';

export const deps = await createTagEntitiesDeps();

/** A mention beside the entity it denotes. */
export interface Tagged {
  readonly mention: Mention;
  readonly entity: Entity;
}

/** Tags paragraphs with the gazetteers of the product. */
export function tag(paragraphs: readonly BlockSpec[], options: DocumentOptions = {}): readonly Tagged[] {
  const { mentions, entities } = tagEntities(documentOf(paragraphs, options), deps);
  return mentions.flatMap((mention) => {
    const entity = entities.find(({ id }) => id === mention.entityId);
    return entity === undefined ? [] : [{ mention, entity }];
  });
}

/** `TYPE text` of every mention. */
export function typed(paragraphs: readonly BlockSpec[], options: DocumentOptions = {}): readonly string[] {
  return tag(paragraphs, options).map(({ mention, entity }) => `${entity.type} ${mention.text}`);
}

/** `text -> id`, or what it refers to, of every name and role. */
export function linked(paragraphs: readonly BlockSpec[], options: DocumentOptions = {}): readonly string[] {
  return tag(paragraphs, options)
    .filter(({ entity }) => entity.value === undefined)
    .map(({ mention, entity }) => `${mention.text} -> ${entity.refersTo ?? entity.id}`);
}

/** `text = value` of every value, with modifier where there is one. */
export function valued(paragraphs: readonly BlockSpec[], options: DocumentOptions = {}): readonly string[] {
  return tag(paragraphs, options)
    .filter(({ entity }) =>
      ['DATE', 'TIME', 'DURATION', 'MONEY', 'PERCENT', 'QUANTITY', 'CARDINAL', 'ORDINAL'].includes(
        entity.type,
      ),
    )
    .map(({ mention, entity }) => `${mention.text} = ${describeValue(entity.value)}`);
}

function describeValue(value: Entity['value']): string {
  switch (value?.kind) {
    case undefined:
      return '?';
    case 'date':
      return value.mod === undefined ? value.timex : `${value.timex} ${value.mod}`;
    case 'time':
      return value.time;
    case 'duration':
      return value.duration;
    case 'money':
      return `${value.currency} ${value.amount}`;
    case 'percent':
      return `${value.value}%`;
    case 'number':
      return value.unit === undefined ? String(value.value) : `${value.value} ${value.unit}`;
    case 'ordinal':
      return `#${value.value}`;
    default:
      return value satisfies never;
  }
}
