import type { EntityValue } from '../../../shared/document/entity-mention.ts';
import { clockText } from '../../../shared/values/clock-time.ts';
import type { Moment } from '../../../shared/values/dates/calendar.ts';
import type { DateForm } from '../../../shared/values/dates/date-expression.ts';
import type { Candidate } from '../candidate.ts';
import { resolveForm } from './resolve-form.ts';
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
  published: Moment | undefined,
): ReadonlyMap<Candidate, EntityValue> {
  const values = new Map<Candidate, EntityValue>();
  let last: ResolvedDate | undefined;
  for (const candidate of candidates) {
    const { reading } = candidate;
    if (reading.kind !== 'date') {
      continue;
    }
    const found = resolveForm(reading.date, { published, last, tense: reading.date.tense });
    if (found !== undefined) {
      values.set(candidate, toValue(found, reading.date));
    }
    // A set or a length of time is no point of the story.
    last = found?.repeats === true || found?.duration !== undefined ? last : found;
  }
  return values;
}

function toValue(resolved: ResolvedDate, date: DateForm): EntityValue {
  const { duration, timex, mod, anchor, repeats } = resolved;
  if (duration !== undefined) {
    return { kind: 'duration', duration, ...(timex === '' ? {} : { interval: timex }) };
  }
  return {
    kind: 'date',
    timex: placed(timex, date),
    ...(mod === undefined ? {} : { mod }),
    ...(anchor === undefined ? {} : { anchor }),
    ...(repeats === undefined ? {} : { repeats }),
  };
}

/** Adds the part or the time of day that the text gives. */
function placed(timex: string, { part, clock }: DateForm): string {
  if (clock === undefined) {
    return part === undefined ? timex : `${timex}T${part}`;
  }
  const from = `${timex}T${clockText(clock)}`;
  return clock.until === undefined ? from : `${from}/${timex}T${clockText(clock.until)}`;
}
