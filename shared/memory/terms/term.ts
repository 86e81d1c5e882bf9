import { z } from 'zod';
import { Locale } from '../../document/locale.ts';
import { TermHit } from '../../document/overlay.ts';

/** How a glossary stands to a target: `preferred` and `admitted` may be used, `forbidden` must not. */
export const TermStatus = TermHit.shape.status;
export type TermStatus = z.infer<typeof TermStatus>;

/** A term with one rendering in one locale. */
export const Term = z.object({
  /** Stable: by the pair of languages and both texts. */
  id: z.string(),
  sourceLocale: Locale,
  locale: Locale,
  source: z.string().min(1).max(500),
  /** What `do-not-translate` has in common with its source. */
  target: z.string().min(1).max(500),
  status: TermStatus,
  subject: z.string().optional(),
  partOfSpeech: z.string().optional(),
  note: z.string().optional(),
});
export type Term = Readonly<z.infer<typeof Term>>;

/** A term where it stands in a segment, with what the glossary says of its renderings. */
export const TermUse = TermHit.extend({
  /** As the glossary has it. */
  source: z.string(),
  targets: z.array(z.object({ text: z.string(), status: TermStatus })).readonly(),
});
export type TermUse = Readonly<z.infer<typeof TermUse>>;
