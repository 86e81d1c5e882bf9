import { remembered } from '../../shared/text/remembered.ts';
import { oncePer } from './once-per.ts';

/**
 * Writes JSON whose bytes depend on the value alone: keys sorted by code unit, no white space,
 * undefined fields left out. `<` and the line separators are escaped, so that the text may stand in
 * an HTML script element as it is.
 */
export function stableJson(value: unknown): string {
  return (write(value) ?? 'null').replaceAll(
    /[<\u2028\u2029]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Stands in a value for JSON that is there already. */
type WrittenJson = () => string;

/**
 * What to put into the value for `stableJson` in the place of one that stands in many texts, such as what the
 * locales of an article share: each object is written once, and must stay as it is.
 */
export const writtenOnce = oncePer((value: object): WrittenJson => {
  const text = write(value) ?? 'null';
  return () => text;
});

function isWritten(value: unknown): value is WrittenJson {
  return typeof value === 'function';
}

/** Undefined for what JSON has no form of. */
function write(value: unknown): string | undefined {
  if (isWritten(value)) {
    return value();
  }
  if (Array.isArray(value)) {
    return writeList(value);
  }
  return isObject(value) ? writeFields(value) : JSON.stringify(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function writeList(items: readonly unknown[]): string {
  let list = '';
  for (const item of items) {
    list += `${list === '' ? '' : ','}${write(item) ?? 'null'}`;
  }
  return `[${list}]`;
}

function writeFields(fields: Readonly<Record<string, unknown>>): string {
  let list = '';
  for (const key of Object.keys(fields).toSorted()) {
    const field = write(fields[key]);
    if (field !== undefined) {
      list += `${list === '' ? '' : ','}${quoted(key)}:${field}`;
    }
  }
  return `{${list}}`;
}

/** The same keys come again and again. */
const quoted = remembered((key) => JSON.stringify(key));
