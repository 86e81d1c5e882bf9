import { z } from 'zod';
import type { Diagnostic } from '../../../shared/document/overlay.ts';

const IsoDate = z.iso.date();
const IsoDateTime = z.iso.datetime({ offset: true });

/**
 * Reads a date that a source states: an ISO 8601 date, or a date-time with its zone. A date-time
 * without one gives its date alone, for the zone is not known. Anything else is a diagnostic, never
 * a guess; `where` names the place for it.
 */
export function readDate(
  value: string | undefined,
  where: string,
  diagnostics: Diagnostic[],
): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  const text = value
    .trim()
    .replace(/^(\d{4}-\d{2}-\d{2}) +(?=\d)/u, '$1T')
    .replace(/ ?([+-]\d{2}):?(\d{2})$/u, '$1:$2');
  const candidates = [text, text.replace(/[.,]\d+(?=$|Z|[+-])/u, ''), text.slice(0, 10)];
  for (const candidate of candidates) {
    const isWhole = candidate === text || text.length > 10;
    if (isWhole && (IsoDateTime.safeParse(candidate).success || IsoDate.safeParse(candidate).success)) {
      return candidate;
    }
  }
  diagnostics.push({
    code: 'date-unreadable',
    severity: 'warning',
    message: `The date "${value}" in ${where} is not ISO 8601, such as 2026-01-12 or 2026-01-12T08:30:00+01:00`,
  });
  return undefined;
}
