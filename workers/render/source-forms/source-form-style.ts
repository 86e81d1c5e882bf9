import { z } from 'zod';

/** Names that a house may want explained; places have forms of their own in most languages. */
const NAME_KINDS = ['people', 'organizations', 'places'] as const;

/** How the source's form of a name is given where it is named first: `sourceForms` of a locale's style. */
export const SourceFormStyle = z.strictObject({
  kinds: z.array(z.enum(NAME_KINDS)).readonly().default(['people', 'organizations']),
  /** With the spaces outside them; a space behind the closing one stands before a letter only. */
  brackets: z
    .tuple([z.string().min(1), z.string().min(1)])
    .readonly()
    .default([' (', ')']),
  /** Also where the name is first said in a quotation. */
  quotations: z.boolean().default(false),
  /** Also in targets that a person has approved as they stand. */
  approved: z.boolean().default(false),
  /** Looks of a name that comes from elsewhere, where its country is not known: a pattern, such as `·`. */
  foreignPattern: z.string().min(1).refine(isPattern, { error: 'must be a regular expression' }).optional(),
  /** What may be written onto a name without being a part of it, in scripts that write words together. */
  particles: z.array(z.string().min(1)).readonly().default([]),
});
export type SourceFormStyle = Readonly<z.infer<typeof SourceFormStyle>>;
export type NameKind = (typeof NAME_KINDS)[number];

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== '';
  } catch {
    return false; // the schema says so in its own words
  }
}
