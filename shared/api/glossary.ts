import { z } from 'zod';

export const GLOSSARY_FORMATS = ['csv', 'tbx'] as const;
export type GlossaryFormat = (typeof GLOSSARY_FORMATS)[number];

/** What became of the terms of a file. */
export const GlossaryReceipt = z.object({
  created: z.int(),
  /** Replaced what was known of the same source and target. */
  merged: z.int(),
  kept: z.int(),
  refused: z.int(),
  /** The first of what was refused. */
  refusals: z
    .array(z.object({ line: z.int(), name: z.string(), reason: z.string(), detail: z.string().optional() }))
    .readonly(),
});
export type GlossaryReceipt = Readonly<z.infer<typeof GlossaryReceipt>>;

/** How many terms each pair of languages has. */
export const GlossaryList = z.object({
  glossaries: z.array(z.object({ sourceLocale: z.string(), locale: z.string(), terms: z.int() })).readonly(),
});
