import { z } from 'zod';

/** What a repair rule looks at: single characters, blocks, lines and punctuation, or capitals. */
export const RepairKind = z.enum(['character', 'structure', 'text', 'case']);
export type RepairKind = z.infer<typeof RepairKind>;

/** A named rule of normalization as people choose and read it. */
export const RepairRule = z.object({
  /** Stable; repairs carry it, and it switches the rule off. */
  name: z.string(),
  /** One sentence: what the rule changes. */
  description: z.string(),
  kind: RepairKind,
});
export type RepairRule = Readonly<z.infer<typeof RepairRule>>;

/**
 * Rules that make the text fit the document's contract (NFC, no control characters, no U+FFFC but
 * for codes, no text that nothing shows): they can neither be switched off nor taken back.
 */
export const REQUIRED_RULES: ReadonlySet<string> = new Set([
  'literal-placeholder',
  'control-character',
  'composition',
  'orphan-aside',
]);
