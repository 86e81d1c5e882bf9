import { z } from 'zod';
import { MemorySetting } from '../../shared/memory/memory-settings.ts';

/** What became of the units of a file. */
export const ImportReceipt = z.object({
  created: z.int(),
  merged: z.int(),
  kept: z.int(),
  refused: z.array(z.object({ index: z.int(), reason: z.string() })).readonly(),
});
export type ImportReceipt = z.infer<typeof ImportReceipt>;

/** Which memories there are. */
export const MemoryOverview = z.object({
  sources: z.record(z.string(), z.int()),
  memories: z.array(MemorySetting).readonly(),
  variantPenalty: z.int(),
});
export type MemoryOverview = z.infer<typeof MemoryOverview>;

/** An article whose translations are not served. */
const QuarantinedArticle = z.object({ externalId: z.string(), since: z.string(), killed: z.boolean() });
export type QuarantinedArticle = z.infer<typeof QuarantinedArticle>;
export const Quarantine = z.object({ articles: z.array(QuarantinedArticle).readonly() });
