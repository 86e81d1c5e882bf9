import { addDays, type Day, daysBetween, weekdayOf } from '../../../shared/values/dates/calendar.ts';
import type { DateForm } from '../../../shared/values/dates/date-expression.ts';
import { asDay, type DateAnchors, type ResolvedDate } from './resolved-date.ts';

/**
 * The day of a weekday. "last" and "next" mean that day of the week before and after that of
 * publication: of the days of its own week, news names the weekday alone. "this past" and "coming" are the
 * nearest ones.
 */
export function resolveWeekday(
  { weekday, which }: Extract<DateForm, { form: 'weekday' }>,
  { published, last, tense }: DateAnchors,
): ResolvedDate | undefined {
  if (which === 'after' && last?.day !== undefined) {
    return { ...asDay(nextAfter(last.day, weekday)), anchor: 'narrative' };
  }
  if (published === undefined) {
    return undefined;
  }
  const inWeek = weekday - weekdayOf(published);
  const forward = (inWeek + 7) % 7;
  switch (which) {
    case 'last':
      return asDay(addDays(published, inWeek - 7));
    case 'next':
    case 'after':
      // "He went back the next Tuesday": of something past it is no day to come.
      return tense === 'past'
        ? followed({ weekday, published, last: last?.day })
        : asDay(addDays(published, inWeek + 7));
    case 'past':
      return asDay(addDays(published, forward - 7));
    case 'coming':
      return asDay(addDays(published, forward === 0 ? 7 : forward));
    case 'this':
      return asDay(addDays(published, inWeek));
    case 'bare':
      return asDay(addDays(published, tense === 'ahead' || forward === 0 ? forward : forward - 7));
    default:
      return which satisfies never;
  }
}

/** The first such weekday behind a day. */
function nextAfter(day: Day, weekday: number): Day {
  return addDays(day, ((weekday - weekdayOf(day) + 6) % 7) + 1);
}

/** The weekday behind the last day of the story where that has come, else the last one before publication. */
function followed({
  weekday,
  published,
  last,
}: {
  readonly weekday: number;
  readonly published: Day;
  readonly last: Day | undefined;
}): ResolvedDate {
  const found = last && nextAfter(last, weekday);
  return found !== undefined && daysBetween(found, published) >= 0
    ? { ...asDay(found), anchor: 'narrative' }
    : asDay(addDays(published, ((weekday - weekdayOf(published) + 7) % 7) - 7));
}
