import { z } from 'zod';
import { CodedText } from '../document/inline-code.ts';
import { Locale } from '../document/locale.ts';
import { Origin, Review } from '../document/rendition.ts';

/** One source text with its target in one locale, and where it came from. */
export const TranslationUnit = z.object({
  sourceLocale: Locale,
  locale: Locale,
  source: CodedText,
  target: CodedText,
  /** Texts of the neighbours when the target was made; they decide context matches. */
  contextBefore: z.string().optional(),
  contextAfter: z.string().optional(),
  key: z.string().optional(),
  /** Name of the memory it is in; absent: the main one. */
  memory: z.string().optional(),
  /** What the file that it came from says besides, as names and values: kept for other tools, never read. */
  properties: z
    .array(z.tuple([z.string(), z.string()]).readonly())
    .readonly()
    .optional(),
  provenance: z.object({
    origin: Origin,
    review: Review,
    /** ISO 8601. */
    changedAt: z.string().optional(),
    changedBy: z.string().optional(),
    /** Article and version that it was approved in, or the file it was imported from. */
    articleId: z.string().optional(),
    version: z.int().optional(),
    file: z.string().optional(),
  }),
});
export type TranslationUnit = Readonly<z.infer<typeof TranslationUnit>>;
