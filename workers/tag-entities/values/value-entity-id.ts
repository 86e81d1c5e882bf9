import type { EntityType, EntityValue } from '../../../shared/document/entity-mention.ts';

/** An id made of the value alone: two mentions of one value are one entity. */
export function valueEntityId(type: EntityType, value: EntityValue): string {
  return ['local', type.toLowerCase(), partsOf(value).join('-').toLowerCase()].join(':');
}

function partsOf(value: EntityValue): readonly string[] {
  switch (value.kind) {
    case 'date':
      return value.mod === undefined ? [value.timex] : [value.timex, value.mod];
    case 'time':
      return [value.time.replace(':', '')];
    case 'duration':
      return [value.duration];
    case 'money':
      return [value.currency, String(value.amount)];
    case 'percent':
    case 'ordinal':
      return [String(value.value)];
    case 'number':
      return value.unit === undefined ? [String(value.value)] : [String(value.value), value.unit];
    default:
      return value satisfies never;
  }
}
