/** Languages whose month names are read; their forms come from ICU. */
const LANGUAGES =
  'en es fr de it pt nl pl ru uk cs sk tr sv da nb fi ro hu el bg hr sr-Latn sr id ms ca lt lv et sl'.split(
    ' ',
  );

let months: ReadonlyMap<string, number> | undefined;

const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|re|ère|º|ª|°|\.)?`;
const MONTH = String.raw`(?<month>\p{L}[\p{L}\p{M}]{2,})\.?`;
const YEAR = String.raw`(?<year>(?:19|20)\d{2})`;
const BETWEEN = String.raw`(?:\s+|\s*,\s*|\s*-\s*|\s+(?:de|del|d[’']|of|do)\s+)`;

const NUMERIC_FIRST =
  /(?<!\d)(?<year>(?:19|20)\d{2})\s?(?:[-/.]|年|년)\s?(?<month>\d{1,2})\s?(?:[-/.]|月|월)\s?(?<day>\d{1,2})(?!\d)/u;
const DAY_FIRST = new RegExp(`(?<![\\d:])${DAY}${BETWEEN}${MONTH}${BETWEEN}${YEAR}(?!\\d)`, 'u');
const MONTH_FIRST = new RegExp(`${MONTH}\\s+${DAY},?\\s+${YEAR}(?!\\d)`, 'u');
const VIETNAMESE =
  /(?<!\d)(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})(?:\s*,|\s+năm)?\s+(?<year>(?:19|20)\d{2})/iu;
const NUMERIC_LAST =
  /(?<!\d)(?<first>\d{1,2})\s?(?<mark>[-/.])\s?(?<second>\d{1,2})\s?[-/.]\s?(?<year>(?:19|20)\d{2})(?!\d)/u;

/**
 * Reads the first date of a text as people print it: "12 janvier 2026", "January 12, 2026", "2026年1月12日",
 * "12.1.2026". Answers `YYYY-MM-DD`; a numeric date whose order could be either is not read, unless
 * `language` settles it.
 */
export function parsePrintedDate(text: string, language: string | undefined): string | undefined {
  const head = text.slice(0, 300);
  const plain = NUMERIC_FIRST.exec(head) ?? VIETNAMESE.exec(head);
  if (plain !== null) {
    return dateOf(plain.groups?.['year'], Number(plain.groups?.['month']), plain.groups?.['day']);
  }
  for (const pattern of [DAY_FIRST, MONTH_FIRST]) {
    const { day, month = '', year } = pattern.exec(head)?.groups ?? {};
    const number = monthNames().get(fold(month));
    if (number !== undefined) {
      return dateOf(year, number, day);
    }
  }
  return parseNumeric(NUMERIC_LAST.exec(head), language);
}

/** Whether a text starts with a whole date in figures. */
export function startsWithDate(text: string): boolean {
  return STARTS.test(text);
}

const STARTS =
  /^(?:\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:19|20)\d{2}|(?:19|20)\d{2}\s?(?:[-/.]|年|년)\s?\d{1,2}\s?(?:[-/.]|月|월)\s?\d{1,2})(?!\d)/u;

/** Points put the day first everywhere; strokes do outside the United States. */
function parseNumeric(match: RegExpExecArray | null, language: string | undefined): string | undefined {
  if (match === null) {
    return undefined;
  }
  const { first = '', second = '', mark, year } = match.groups ?? {};
  const [a, b] = [Number(first), Number(second)];
  if (
    a > 12 ||
    mark === '.' ||
    a === b ||
    (language !== undefined && !/^en(?:-US|-CA|-PH)?$/iu.test(language))
  ) {
    return dateOf(year, b, first);
  }
  return b > 12 || /^en-US$/iu.test(language ?? '') ? dateOf(year, a, second) : undefined;
}

function dateOf(year: string | undefined, month: number, day: string | undefined): string | undefined {
  const number = Number(day);
  if (year === undefined || month < 1 || month > 12 || !(number >= 1 && number <= 31)) {
    return undefined;
  }
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
  const read = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** Month names as they stand beside a day and alone, long and short, by their folded form. */
function monthNames(): ReadonlyMap<string, number> {
  months ??= new Map(
    LANGUAGES.flatMap((language) =>
      (['long', 'short'] as const).flatMap((month) => [
        ...namesOfMonths(language, { month, day: 'numeric' }),
        ...namesOfMonths(language, { month }),
      ]),
    ),
  );
  return months;
}

function namesOfMonths(language: string, options: Intl.DateTimeFormatOptions): [string, number][] {
  const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' });
  return Array.from({ length: 12 }, (_, index) => index).flatMap((index): [string, number][] =>
    format
      .formatToParts(Date.UTC(2024, index, 5))
      .filter((part) => part.type === 'month' && /\p{L}/u.test(part.value))
      .map((part) => [fold(part.value), index + 1]),
  );
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\p{M}.]/gu, '')
    .toLowerCase();
}
