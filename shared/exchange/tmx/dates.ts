/** `20260113T080000Z` as ISO 8601; undefined for anything else. */
export function fromTmxDate(date: string | undefined): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u.exec(date?.trim() ?? '');
  if (parts === null) {
    return undefined;
  }
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

/** An ISO 8601 time as TMX writes it, to the second; undefined where it is no time. */
export function toTmxDate(time: string): string | undefined {
  const instant = Date.parse(time);
  return Number.isNaN(instant)
    ? undefined
    : `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
}
