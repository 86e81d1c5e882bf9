import { LISTED_TYPES } from '../document/entity-type.ts';
import { ENTRY_ID, type GazetteerEntry } from '../document/gazetteer-entry.ts';

/** Members that most entries have, and what each holds. */
const MEMBERS: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string' && ENTRY_ID.test(value),
  type: (value) => LISTED_TYPES.some((listed) => listed === value),
  subtype: (value) => typeof value === 'string',
  names: isNames,
  same: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
  short: isForms,
  family: isForms,
  country: (value) => typeof value === 'string',
  source: isText,
};

/**
 * Tells whether the schema of entries would take `value` as it is, in a tenth of its time. False for all that
 * is not sure to fit: the schema decides then, and says what is wrong.
 */
export function isSoundEntry(value: unknown): value is GazetteerEntry {
  if (
    typeof value !== 'object' ||
    value === null ||
    !('id' in value && 'type' in value && 'names' in value)
  ) {
    return false;
  }
  for (const [name, member] of Object.entries(value)) {
    if (MEMBERS[name]?.(member) !== true) {
      return false;
    }
  }
  return true;
}

function isNames(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every(isFormList)
  );
}

function isFormList(value: unknown): boolean {
  return isForms(value) && Array.isArray(value) && value.length > 0;
}

function isForms(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
