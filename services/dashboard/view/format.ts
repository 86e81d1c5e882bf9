/** Writes times, durations and amounts the way the reader's language does. */
export interface Format {
  /** "3 minutes ago"; `from` and `now` are milliseconds since the epoch. */
  age(from: number, now: number): string;
  /** Date and time to the second, UTC. */
  time(at: number): string;
  /** Date without a time, UTC. */
  day(at: number): string;
  /** "840 ms", "1.2 s", "3 min". */
  duration(ms: number): string;
  /** 0..100 as "42%". */
  percent(value: number): string;
  count(value: number): string;
  /** Bytes as "1.4 MB". */
  bytes(value: number): string;
  /** "Spanish" for `es`; the tag itself where the language has no name. */
  localeName(tag: string): string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
}

/** Builds the formats of one interface language. */
export function createFormat(locale: string): Format {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  const clock = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'UTC',
  });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const count = new Intl.NumberFormat(locale);
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const unit = (name: string, digits: number): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    });
  const milliseconds = unit('millisecond', 0);
  const seconds = unit('second', 1);
  const minutes = unit('minute', 0);
  const hours = unit('hour', 1);
  const sizes = [unit('byte', 0), unit('kilobyte', 1), unit('megabyte', 1), unit('gigabyte', 1)];
  return {
    age: (from, now) => {
      const { value, of } = inUnit(Math.max(0, now - from) / 1000);
      return relative.format(-value, of);
    },
    time: (at) => `${clock.format(at)} UTC`,
    day: (at) => day.format(at),
    duration: (ms) => {
      if (ms < 1000) {
        return milliseconds.format(Math.round(ms));
      }
      if (ms < 120_000) {
        return seconds.format(ms / 1000);
      }
      return ms < 7_200_000 ? minutes.format(ms / 60_000) : hours.format(ms / 3_600_000);
    },
    percent: (value) => percent.format(value / 100),
    count: (value) => count.format(value),
    bytes: (value) => {
      const power = Math.min(sizes.length - 1, Math.floor(Math.log(Math.max(1, value)) / Math.log(1000)));
      return sizes[power]?.format(value / 1000 ** power) ?? String(value);
    },
    localeName: (tag) => names.of(tag) ?? tag,
    list: (items) => list.format(items),
  };
}

function inUnit(seconds: number): { readonly value: number; readonly of: Intl.RelativeTimeFormatUnit } {
  if (seconds < 60) {
    return { value: Math.floor(seconds), of: 'second' };
  }
  if (seconds < 3600) {
    return { value: Math.floor(seconds / 60), of: 'minute' };
  }
  return seconds < 86_400
    ? { value: Math.floor(seconds / 3600), of: 'hour' }
    : { value: Math.floor(seconds / 86_400), of: 'day' };
}
