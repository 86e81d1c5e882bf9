import { z } from 'zod';
import { HOLIDAY_NAMES } from './dates/holidays.ts';

const words = z.array(z.string().min(1)).readonly().default([]);
const byNumber = z
  .record(z.string().regex(/^-?\d+(?:\.\d+)?$/u), z.array(z.string().min(1)).readonly())
  .readonly()
  .default({});
const byName = z
  .record(z.string(), z.array(z.string().min(1)).readonly())
  .readonly()
  .default({});
const list = z.array(z.string().min(1)).readonly();

/**
 * What an editor writes in `config/values/<language>.json`: the words that dates, times and amounts
 * are made of, by what they mean. Case and accents do not matter (accents do where `keepAccents` is
 * set); a trailing full stop is optional in the text.
 */
export const ValueTable = z
  .strictObject({
    /** Months and weekdays beside the forms that `Intl.DateTimeFormat` has: by number, 1 January, 1 Monday. */
    month: byNumber,
    weekday: byNumber,
    /** Month names that are something else as often: dates only beside a number or preposition. */
    unsure: words,
    /** By TIMEX3 unit, with a factor where one word is several: `"2 week": ["fortnight"]`. */
    unit: byName,
    /** By days from publication. */
    dayWord: byNumber,
    /** Whole periods in one word, by distance and unit: `"-1 year": ["去年"]`. */
    periodWord: byName,
    /** The same counted from the last date of the story: `"1 day": ["lendemain"]`. */
    storyWord: byName,
    /** "last" -1, "this" 0, "next" 1, where they stand before the noun, and where behind it. */
    which: byNumber,
    whichAfter: byNumber,
    /** Which of `which` and `whichAfter` mean the nearest weekday, of the same week too: "this past", "coming". */
    nearest: words,
    /** "same" 0, "following" 1, "previous" -1: counted from the story. */
    neighbour: byNumber,
    ago: words,
    agoBefore: words,
    later: words,
    earlier: words,
    inBefore: words,
    /** "within": up to a length of time from publication on. */
    within: words,
    /** "now", "the present": the end or beginning of a range. */
    now: words,
    /** "from now" behind a length of time. */
    fromNow: words,
    part: z
      .partialRecord(z.enum(['MO', 'MI', 'AF', 'EV', 'NI']), list)
      .readonly()
      .prefault({}),
    /** By days from publication and part: `"-1 NI": ["last night"]`. */
    partOfDay: byName,
    season: z
      .partialRecord(z.enum(['SP', 'SU', 'FA', 'WI']), list)
      .readonly()
      .prefault({}),
    mod: z
      .partialRecord(z.enum(['start', 'mid', 'end']), list)
      .readonly()
      .prefault({}),
    meridiem: z
      .partialRecord(z.enum(['am', 'pm']), list)
      .readonly()
      .prefault({}),
    hourMark: words,
    minuteMark: words,
    yearMark: words,
    monthMark: words,
    dayMark: words,
    /** What stands before a day of the month alone: "el día 21". */
    dayBefore: words,
    holiday: z.partialRecord(z.enum(HOLIDAY_NAMES), list).readonly().prefault({}),
    ordinal: byNumber,
    /** What stands before a number and makes it an ordinal: "第". */
    ordinalMark: words,
    /** Names of eras by the year before their first: `"1988": ["平成"]`. */
    era: byNumber,
    number: byNumber,
    scale: byNumber,
    fraction: byNumber,
    /** "half", where it stands behind the unit: "1時間半". */
    halfAfter: words,
    vague: words,
    article: words,
    a: words,
    of: words,
    from: words,
    to: words,
    between: words,
    and: words,
    bound: z
      .partialRecord(z.enum(['before', 'after']), list)
      .readonly()
      .prefault({}),
    prep: words,
    atClock: words,
    /** Whether a bare hour behind one of them is a time without a date beside it: "a las 8", not "at 8". */
    clockAlone: z.boolean().default(true),
    every: words,
    /** By the period that repeats: `"P1D": ["daily"]`. */
    recur: byName,
    fiscal: words,
    /** By wall time: `"12:00": ["noon"]`. */
    clockWord: byName,
    clockPast: words,
    clockTo: words,
    zone: byName,
    /** By ISO 4217 code. */
    currency: byName,
    percent: words,
    /** By CLDR unit. */
    measure: byName,
    old: words,
    decades: words,
    /** Words that are spelled as a value and are none: "十分" (enough), not ten minutes. */
    other: words,
    /** By TIMEX3 decade: `"199": ["nineties"]`. */
    decade: byName,
    /** By quarter or half: `"Q1": ["first quarter"]`. */
    quarter: byName,
    /** Letters before a quarter's number. */
    quarterLetter: words,
    /** What follows the digits of an ordinal. */
    ordinalSuffix: words,
    /** Whether a full stop after a number makes it an ordinal. */
    ordinalDot: z.boolean().default(false),
    /** Joins ones and tens in one word: "und" in "einundzwanzig". */
    joinsOnesAndTens: z.string().optional(),
    decimal: z.enum(['.', ',']).default('.'),
    /** Order of the fields of a date in digits; `open` where writers of the language differ. */
    dateOrder: z.enum(['dmy', 'mdy', 'ymd', 'open']).default('dmy'),
    /** Whether a weekday and a part of the day are written as one word: "Montagnachmittag". */
    gluesParts: z.boolean().default(false),
    keepAccents: z.boolean().default(false),
    /** Whether words are written without spaces. */
    dense: z.boolean().default(false),
    /** Regular expression (no flags but u) for the word or words that a number counts. */
    counted: z.string().optional(),
    /**
     * Regular expressions for words of a clause that speaks of what is to come, or of the past, and
     * for verbs of saying, which are past whatever is announced.
     */
    ahead: words,
    past: words,
    reports: words,
  })
  .readonly();
export type ValueTable = z.infer<typeof ValueTable>;
