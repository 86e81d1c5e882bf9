import { z } from 'zod';
import { ArticlePage, ArticleState, ArticleStatus, StageProgress } from '../../shared/api/article-status.ts';
import { ListedFinding, MaintenanceReport } from '../../shared/api/maintenance.ts';
import { ImportLedger, ImportReceipt } from '../../shared/api/memory-import.ts';
import { Problem } from '../../shared/api/problem.ts';
import { PostedSubmission, SubmissionBody, SubmissionReceipt } from '../../shared/api/submission.ts';
import { PubStatus, SubmittedMeta } from '../../shared/document/article.ts';
import { Document } from '../../shared/document/document.ts';
import { EntityOverlay } from '../../shared/document/entity-mention.ts';
import { TreeNode } from '../../shared/document/tree.ts';
import { STAGE_NAMES } from '../../shared/queue/contract.ts';
import { ApiKey } from '../../shared/stores/api-keys.ts';
import { ChangeEvent } from '../../shared/stores/change-feed.ts';

const ExternalId = z.string().min(1).max(400).describe("The article's id in the system that submits it");
const Version = z.coerce.number().int().min(1).describe('Version of the article; higher ones supersede');

export const ArticleParams = z.object({ externalId: ExternalId });
export const VersionParams = ArticleParams.extend({ version: Version });
export const VersionQuery = z.strictObject({
  version: Version.optional().describe('Absent: the newest version'),
});

/** As `shared/api/submission.ts`, but a status that was not stated stays absent and typos are told. */
const stated = {
  meta: z.strictObject(SubmittedMeta.shape).optional(),
  pubStatus: PubStatus.optional().describe('IPTC status; absent: usable, or what people have set since'),
};
export const SubmissionRequest = SubmissionBody.extend(stated);
export const PostedRequest = PostedSubmission.extend(stated);

/** What is known of the article so far; entities follow the document. */
export const ArticleFindings = z.object({ document: Document, entities: EntityOverlay.optional() });

/** One stage run on the time line. */
const TimelineEntry = z.object({
  stage: z.enum(STAGE_NAMES),
  locale: z.string().optional(),
  ...StageProgress.shape,
});
export const ArticleTrace = z.object({
  status: ArticleStatus,
  /** By time of the last change, oldest first. */
  timeline: z.array(TimelineEntry).readonly(),
});

/** One entry of the change feed. */
export const Change = ChangeEvent.extend({ cursor: z.string(), externalId: z.string() });
export type ArticleTrace = z.infer<typeof ArticleTrace>;

export type Change = z.infer<typeof Change>;
export const ChangePage = z.object({
  items: z.array(Change).readonly(),
  /** Where to go on, also after an empty page. */
  next: z.string(),
});

export type ChangePage = z.infer<typeof ChangePage>;

/** What became of the entries that were sent to an imported list. */
export const GazetteerReceipt = z.object({
  created: z.int(),
  merged: z.int(),
  kept: z.int(),
  refused: z.array(z.object({ line: z.int(), reason: z.string() })).readonly(),
});
export type GazetteerReceipt = z.infer<typeof GazetteerReceipt>;

export const CreatedKey = z.object({
  apiKey: ApiKey,
  /** The key itself: shown this once, kept nowhere. */
  secret: z.string(),
});

/** Every schema that the description names; the others stand where they are used. */
export const apiSchemas = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries({
  ApiKey,
  ArticleFindings,
  ArticlePage,
  ArticleState,
  ArticleStatus,
  ArticleTrace,
  ChangePage,
  CreatedKey,
  Document,
  EntityOverlay,
  GazetteerReceipt,
  ListedFinding,
  MaintenanceReport,
  ImportLedger,
  ImportReceipt,
  PostedRequest,
  Problem,
  StageProgress,
  SubmissionReceipt,
  SubmissionRequest,
  TreeNode,
})) {
  apiSchemas.add(schema, { id });
}

const problemAnswer = {
  description: 'RFC 9457 problem; `code` is stable, `errors` points at the wrong fields',
  content: { 'application/problem+json': { schema: Problem } },
};
/** Answers that every route may give. */
export const PROBLEMS = { '4xx': problemAnswer, '5xx': problemAnswer } as const;

/** A JSON answer. */
export function jsonOf<Schema extends z.ZodType>(
  description: string,
  schema: Schema,
): {
  readonly description: string;
  readonly content: { readonly 'application/json': { readonly schema: Schema } };
} {
  return { description, content: { 'application/json': { schema } } };
}

/** An answer that comes piece by piece, or as it is, in one of `types`. */
export function bytesOf(
  description: string,
  ...types: readonly string[]
): {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: z.ZodUnknown }>>;
} {
  return { description, content: Object.fromEntries(types.map((type) => [type, { schema: z.unknown() }])) };
}

/** The client has it already: no body. */
export const NOT_MODIFIED = z.undefined().describe('Not modified');
