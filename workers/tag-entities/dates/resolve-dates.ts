import type { EntityValue } from '../../../shared/document/entity-mention.ts';
import type { Candidate } from '../candidate.ts';
import type { Day } from './calendar.ts';
import type { DateExpression } from './date-expression.ts';
import { resolveFromNarrative } from './resolve-from-narrative.ts';
import { resolveFromPublication } from './resolve-from-publication.ts';
import type { ResolvedDate } from './resolved-date.ts';

/**
 * Gives each date among `candidates` (reading order) its value.
 *
 * Deictic words count from `published`, anaphoric ones ("three days later") from the last date
 * before them. A date without a year is the nearest past one, or the nearest to come where its
 * sentence looks ahead. Without a publication date such values stay partial (`--01-12`) or absent:
 * nothing is invented. Values are returned by candidate; a date without one is missing.
 */
export function resolveDates(
  candidates: readonly Candidate[],
  published: Day | undefined,
): ReadonlyMap<Candidate, EntityValue> {
  const values = new Map<Candidate, EntityValue>();
  let last: ResolvedDate | undefined;
  for (const candidate of candidates) {
    const { reading } = candidate;
    if (reading.kind !== 'date') {
      continue;
    }
    last = resolve(reading.date, published, last);
    if (last !== undefined) {
      values.set(candidate, toValue(last, reading.date));
    }
  }
  return values;
}

function resolve(
  date: DateExpression,
  published: Day | undefined,
  last: ResolvedDate | undefined,
): ResolvedDate | undefined {
  return date.form === 'distance' && date.from === 'narrative'
    ? resolveFromNarrative(date, last)
    : resolveFromPublication(date, published);
}

function toValue(resolved: ResolvedDate, { part }: DateExpression): EntityValue {
  return {
    kind: 'date',
    timex: part === undefined ? resolved.timex : `${resolved.timex}T${part}`,
    ...(resolved.mod === undefined ? {} : { mod: resolved.mod }),
    ...(resolved.anchor === undefined ? {} : { anchor: resolved.anchor }),
  };
}
