import type { TimeUnit } from '../senses.ts';
import type { CalendarUnit } from './calendar.ts';

/** The unit as calendars count; undefined for parts of a day. */
export function calendarUnit(unit: TimeUnit | undefined): CalendarUnit | undefined {
  return unit === 'second' || unit === 'minute' || unit === 'hour' ? undefined : unit;
}
