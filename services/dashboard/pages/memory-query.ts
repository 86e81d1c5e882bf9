import { z } from 'zod';
import { Locale } from '../../../shared/document/locale.ts';
import { Origin } from '../../../shared/document/rendition.ts';
import { ConcordanceMode } from '../../../shared/memory/concordance.ts';

const given = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** What the form asks for, as the page's address has it; what makes no sense is left out. */
export const MemoryPageQuery = z.object({
  q: given(z.string().trim().min(1).max(500)),
  mode: ConcordanceMode.catch('words'),
  side: z.enum(['source', 'target']).catch('source'),
  locale: given(Locale),
  origin: given(Origin),
  article: given(z.string().trim().min(1)),
  since: given(z.iso.date()),
  until: given(z.iso.date()),
  cursor: given(z.string()),
  released: given(z.string()),
});
export type MemoryPageQuery = z.infer<typeof MemoryPageQuery>;
