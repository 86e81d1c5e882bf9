/** `?a=1&b=2` of what is defined. */
export function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) {
      query.set(name, value);
    }
  }
  return query.size === 0 ? '' : `?${query.toString()}`;
}
