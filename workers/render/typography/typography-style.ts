import { z } from 'zod';

const QuotePair = z.tuple([z.string().min(1), z.string().min(1)]).readonly();
/** Nothing, a space, or one that does not break, of full or narrow width. */
const Space = z.enum(['', ' ', '\u00A0', '\u202F']);

/** Marks of quotations by depth; a deeper level than the last begins again with the first. */
export const QuoteStyle = z.strictObject({
  primary: QuotePair,
  secondary: QuotePair,
  tertiary: QuotePair.optional(),
  /** What a quotation shows again where it goes on in a new paragraph: its opening or its closing mark. */
  continuation: z.enum(['open', 'close']).default('open'),
});

/**
 * House style of running text: `typography` in `config/styles/<locale>.json`. A setting that is
 * absent leaves its subject as the translator wrote it.
 */
export const TypographyStyle = z.strictObject({
  /** Rules that are switched off, by name; `TYPOGRAPHY_RULES` lists them. */
  off: z.array(z.string()).readonly().default([]),
  apostrophe: z.string().length(1).default('\u2019'),
  /** Words that begin with an apostrophe, without it: Dutch `s` and `t`. */
  elisions: z.array(z.string().min(1)).readonly().default([]),
  /** Mark of abbreviations before their last letter, as in Hebrew. */
  gershayim: z.string().length(1).optional(),
  ellipsis: z.string().min(1).default('\u2026'),
  /** Between parts of a sentence, with its spaces: ` – `. */
  dash: z.string().min(1).optional(),
  /** Mark of an insertion that two dashes enclose, written onto it: Spanish `—`. */
  pairedDash: z.string().length(1).optional(),
  /** At the beginning of a paragraph that is speech, with its space. */
  dialogueDash: z.string().min(1).optional(),
  /** Between the ends of a range of numbers. */
  rangeDash: z.string().min(1).optional(),
  /** Space before a mark: `{":": "\u00A0"}`. */
  spaceBefore: z.partialRecord(z.enum([':', ';', '!', '?']), Space).optional(),
  percentSpace: Space.optional(),
  /** Space between an amount and the sign of its currency. */
  currencySpace: Space.optional(),
  /** What a number holds on to: units of measure, any word after it, or nothing. */
  numberBinds: z.enum(['units', 'words', 'none']).default('units'),
  /** Words for parts of a number or a unit that stay on its line, such as `Mio.` or `руб.`. */
  unitWords: z.array(z.string().min(1)).readonly().default([]),
  /** Short words and signs that stay with what follows them, such as Polish `w` or `№`. */
  bindNext: z.array(z.string().min(1)).readonly().default([]),
  /** Marks of numbers where they are not CLDR's: Swiss `’`. */
  groupMark: z.string().max(1).optional(),
  decimalMark: z.string().length(1).optional(),
  /** Digits of running text, where Latin ones give way to them. */
  textDigits: z.enum(['arab', 'arabext', 'deva', 'thai']).optional(),
  /** Marks of the locale's own script for those of ASCII: `{",": "،"}`. */
  scriptMarks: z.record(z.string().length(1), z.string().length(1)).optional(),
  /** Full-width forms for marks beside Chinese or Japanese: `{",": "，"}`; brackets as `(` and `)`. */
  fullWidth: z.record(z.string().length(1), z.string().length(1)).optional(),
  /** Which brackets are full-width: those that hold such text, or also those beside it. */
  wideBrackets: z.enum(['inside', 'beside']).default('beside'),
  /** Marks around titles of works, for `<<` and `>>`. */
  titleMarks: QuotePair.optional(),
  /** Raised letters of ordinals: `{"o": "º"}`. */
  ordinals: z.record(z.string().length(1), z.string().length(1)).optional(),
});
export type TypographyStyle = Readonly<z.infer<typeof TypographyStyle>>;
export type QuoteStyle = Readonly<z.infer<typeof QuoteStyle>>;
