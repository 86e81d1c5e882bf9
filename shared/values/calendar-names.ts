import type { Senses } from './senses.ts';

/** A name of a month or weekday. */
export interface CalendarName {
  readonly phrase: string;
  readonly sense: Partial<Senses>;
}

/** The forms of months beside a day are often declined: "мая". */
const MONTH_STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
];
const WEEKDAY_STYLES: readonly Intl.DateTimeFormatOptions[] = [{ weekday: 'long' }, { weekday: 'short' }];

/** Names of the months and weekdays of a language, in each width and form that the runtime knows. */
export function calendarNames(language: string): readonly CalendarName[] {
  const names: CalendarName[] = [];
  for (const style of MONTH_STYLES) {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC', calendar: 'gregory' });
    for (let month = 1; month <= 12; month += 1) {
      push(names, partOf(format, 'month', Date.UTC(2024, month - 1, 5)), { month });
    }
  }
  for (const style of WEEKDAY_STYLES) {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
    for (let weekday = 1; weekday <= 7; weekday += 1) {
      const name = partOf(format, 'weekday', Date.UTC(2024, 0, weekday));
      push(names, name, { weekday });
      if (style.weekday === 'long' && /^\p{scx=Latn}+[^s]$/u.test(name)) {
        push(names, `${name}s`, { recur: `XXXX-WXX-${weekday}` });
      }
    }
  }
  return names;
}

/** Leaves out forms of two letters and fewer: the table gives those that are safe; and bare digits. */
function push(names: CalendarName[], found: string, sense: Partial<Senses>): void {
  const phrase = found.replace(/\.$/u, '');
  if (!/\p{L}/u.test(phrase) || /^\p{scx=Latn}{1,2}$/u.test(phrase) || /^\p{L}$/u.test(phrase)) {
    return;
  }
  names.push({ phrase, sense });
  if (phrase.length <= 5) {
    names.push({ phrase: `${phrase}.`, sense });
  }
}

function partOf(format: Intl.DateTimeFormat, type: 'month' | 'weekday', at: number): string {
  return format.formatToParts(at).find((part) => part.type === type)?.value ?? '';
}
