import { z } from 'zod';
import { QaFinding } from '../../shared/document/rendition.ts';
import { Span } from '../../shared/document/span.ts';
import type { ImportFormat } from '../../shared/exchange/exchange-format.ts';
import { Match } from '../../shared/memory/match.ts';
import { MemorySetting } from '../../shared/memory/memory-settings.ts';
import { ScoreProfile } from '../../shared/memory/profiles/score-profiles.ts';
import { TranslationUnit } from '../../shared/memory/translation-unit.ts';

/** How a memory file is read; see the API's description. */
export interface ImportQuery {
  readonly file: string;
  readonly format: ImportFormat;
  /** Name of the memory to file them in. */
  readonly memory?: string | undefined;
  readonly sourceLocale?: string | undefined;
  readonly locale?: string | undefined;
  readonly charset?: string | undefined;
  readonly markup?: string | undefined;
  readonly review?: string | undefined;
}

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

/** Sentences to look up, all in one locale. */
export interface LookupRequest {
  readonly sourceLocale: string;
  readonly locale: string;
  readonly segments: readonly { readonly source: string }[];
  readonly minScore?: number;
}

/** Matches per sentence, best first, each with its score in words and by other tools. */
export const LookupAnswer = z.object({
  segments: z
    .array(
      z.object({
        matches: z
          .array(
            Match.extend({ why: z.string(), profiles: z.partialRecord(ScoreProfile, z.int()).optional() }),
          )
          .readonly(),
      }),
    )
    .readonly(),
});
export type LookupAnswer = z.infer<typeof LookupAnswer>;

/** Translations to check, all in one locale. */
export interface ChecksRequest {
  readonly sourceLocale: string;
  readonly locale: string;
  readonly segments: readonly { readonly source: string; readonly target: string }[];
}

/** What is wrong with each. */
export const ChecksAnswer = z.object({
  segments: z.array(z.object({ findings: z.array(QaFinding).readonly() })).readonly(),
});
export type ChecksAnswer = z.infer<typeof ChecksAnswer>;

/** Where words stand in the memory, and how they were translated. */
export const ConcordanceAnswer = z.object({
  hits: z
    .array(
      TranslationUnit.extend({ unitId: z.string(), memory: z.string(), spans: z.array(Span).readonly() }),
    )
    .readonly(),
  next: z.string().optional(),
  searched: z.number(),
});
export type ConcordanceAnswer = z.infer<typeof ConcordanceAnswer>;
