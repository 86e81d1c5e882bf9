import type { EntityValue } from '../../../shared/document/entity-mention.ts';
import type { EntityType } from '../../../shared/document/entity-type.ts';

/** An id made of the value alone: two mentions of one value are one entity. */
export function valueEntityId(type: EntityType, value: EntityValue): string {
  return ['local', type.toLowerCase(), partsOf(value).join('-').toLowerCase()].join(':');
}

function partsOf(value: EntityValue): readonly string[] {
  switch (value.kind) {
    case 'date':
      return [value.timex, ...present(value.mod), ...(value.repeats === true ? ['set'] : [])];
    case 'time':
      return [
        value.time.replaceAll(':', ''),
        ...present(value.until?.replace(':', '')),
        ...present(value.zone),
      ];
    case 'duration':
      return [value.duration, ...present(value.interval)];
    case 'money':
      return [value.currency, String(value.amount)];
    case 'percent':
    case 'ordinal':
      return [String(value.value)];
    case 'number':
      return [String(value.value), ...present(value.unit), ...present(value.counted)];
    default:
      return value satisfies never;
  }
}

function present(part: string | undefined): readonly string[] {
  return part === undefined ? [] : [part];
}
