/**
 * Writes JSON whose bytes depend on the value alone: keys sorted by code unit, no white space,
 * undefined fields left out. `<` and the line separators are escaped, so that the text may stand in
 * an HTML script element as it is.
 */
export function stableJson(value: unknown): string {
  return JSON.stringify(sortKeys(value)).replaceAll(
    /[<\u2028\u2029]/gu,
    (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => sortKeys(item));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, field]) => [key, sortKeys(field)]),
  );
}
