import { z } from 'zod';
import { Locale } from './locale.ts';
import { SourceReview } from './source-review.ts';

/** Id of an article inside the service: derived from tenant and external id, safe in keys and job ids. */
export const ArticleId = z
  .string()
  .regex(/^a[0-9a-z]{20}$/u)
  .brand<'ArticleId'>();
export type ArticleId = z.infer<typeof ArticleId>;

const PUB_STATUSES = ['usable', 'withheld', 'canceled'] as const;
/** IPTC publishing status. */
export const PubStatus = z.enum(PUB_STATUSES);
export type PubStatus = z.infer<typeof PubStatus>;

export const SOURCE_FORMATS = ['markdown', 'html', 'text', 'json', 'ninjs', 'docx'] as const;
export const SourceFormat = z.enum(SOURCE_FORMATS);
export type SourceFormat = z.infer<typeof SourceFormat>;

/** How `content` stands for the article's bytes: as text, or as base64 of them. */
export const ContentEncoding = z.enum(['text', 'base64']);
export type ContentEncoding = z.infer<typeof ContentEncoding>;

/** What the submitter knows about the article; each value wins over what normalize finds. */
export const SubmittedMeta = z.object({
  headline: z.string().min(1).optional(),
  /** As printed: "Jane Doe", "by Jane Doe (AP)". */
  byline: z.string().optional(),
  agency: z.string().optional(),
  dateline: z.string().optional(),
  /** ISO 8601 date or date-time with zone; anchors relative dates. */
  publishedAt: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).optional(),
  modifiedAt: z.union([z.iso.datetime({ offset: true }), z.iso.date()]).optional(),
  description: z.string().optional(),
  section: z.string().optional(),
  keywords: z.array(z.string()).readonly().optional(),
  /** Note for the desk: never translated, never published. */
  editorNote: z.string().optional(),
  canonicalUrl: z.url({ protocol: /^https?$/u }).optional(),
});
export type SubmittedMeta = Readonly<z.infer<typeof SubmittedMeta>>;

/** A source article as it was accepted: normalize's input. */
export const SourceArticle = z.object({
  articleId: ArticleId,
  externalId: z.string().min(1).max(400),
  version: z.int().min(1),
  tenant: z.string().min(1),
  /** Declared by the submitter; absent: normalize detects it. */
  sourceLocale: Locale.optional(),
  format: SourceFormat,
  content: z.string(),
  /** Absent: text. */
  contentEncoding: ContentEncoding.optional(),
  /** Charset of base64 content as a transport declared it, such as "windows-1252". */
  charset: z.string().optional(),
  meta: SubmittedMeta,
  targetLocales: z.array(Locale).min(1).readonly(),
  /** IPTC urgency: 1 most urgent .. 9. */
  urgency: z.int().min(1).max(9),
  pubStatus: PubStatus,
  embargoedUntil: z.iso.datetime({ offset: true }).optional(),
  /** What people decided about its repairs; no part of what was submitted. Absent: nothing. */
  review: SourceReview.optional(),
});
export type SourceArticle = Readonly<z.infer<typeof SourceArticle>>;
