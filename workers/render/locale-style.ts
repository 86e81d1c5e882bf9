import { z } from 'zod';
import { SourceFormStyle } from './source-forms/source-form-style.ts';
import { QuoteStyle, TypographyStyle } from './typography/typography-style.ts';

/** A text with named slots, each of which must occur: `{{role}}: {{name}}`. */
function patternOf(...slots: readonly string[]): z.ZodType<string> {
  return z.string().superRefine((text, context) => {
    for (const slot of slots.filter((name) => !text.includes(`{{${name}}}`))) {
      context.addIssue({ code: 'custom', message: `must contain {{${slot}}}` });
    }
  });
}

/** What a locale's typography asks for and CLDR does not settle: `config/styles/<locale>.json`. */
export const LocaleStyle = z.strictObject({
  /** Length of dates, as in `Intl.DateTimeFormat`. */
  dateStyle: z.enum(['full', 'long', 'medium', 'short']),
  /** Length of times; `none` shows dates alone. */
  timeStyle: z.enum(['medium', 'short', 'none']),
  /** 24-hour clock where the locale's usual one is written badly or is not the house's. */
  hourCycle: z.literal('h23').optional(),
  /** Era of the years, such as `buddhist` for Thai readers. */
  calendar: z.enum(['gregory', 'buddhist', 'persian']).default('gregory'),
  /** How a date and a time stand together. */
  dateTimePattern: patternOf('date', 'time'),
  /** A time of day that stands alone. */
  timePattern: patternOf('time').default('{{time}}'),
  /** Other ways in which the locale writes a day and its month, to be recognized: never written. */
  dayForms: z.array(patternOf('day', 'month')).readonly().default([]),
  /** Ordinal numbers by CLDR's ordinal categories: `{"other": "{{number}}."}`. A category that is absent has no one form. */
  ordinalForms: z
    .partialRecord(z.enum(['zero', 'one', 'two', 'few', 'many', 'other']), patternOf('number'))
    .optional(),
  /** Written for the day number 1: `1er` in French. Absent: 1. */
  firstOfMonth: z.string().min(1).optional(),
  /** CLDR id of the digits, such as `latn` or `arab`; never left to the system's default. */
  numberingSystem: z.string().regex(/^[a-z0-9]{3,8}$/u),
  quotes: QuoteStyle,
  typography: TypographyStyle,
  /** The source's form of a name in brackets where it is named first; absent: never. */
  sourceForms: SourceFormStyle.optional(),
  /** A credit line, with the space before the colon that the locale wants. */
  creditPattern: patternOf('role', 'name'),
  /** What stands between two sentences of a paragraph: a space, or nothing. */
  sentenceSpace: z.enum([' ', '']),
  /** Average reading speed: `words` or `characters` per minute. */
  reading: z.strictObject({ unit: z.enum(['words', 'characters']), perMinute: z.int().min(50).max(2000) }),
});
export type LocaleStyle = Readonly<z.infer<typeof LocaleStyle>>;

/** Puts values into a pattern's slots; a value's own braces stay as they are. */
export function fillPattern(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replaceAll(/\{\{(\w+)\}\}/gu, (slot, name: string) => values[name] ?? slot);
}
