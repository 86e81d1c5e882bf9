import { z } from 'zod';
import { ContentEncoding, PubStatus, SourceFormat, SubmittedMeta } from '../document/article.ts';

/** Body of a submission; external id and version stand in the path, or here for `POST`. */
export const SubmissionBody = z.strictObject({
  format: SourceFormat,
  /** The article in that format. */
  content: z.string().min(1),
  /** `base64`: `content` holds the bytes, of a DOCX or of text in any charset; absent: text. */
  contentEncoding: ContentEncoding.optional(),
  /** Charset of base64 content as the transport declared it; absent: found in the bytes. */
  charset: z.string().max(40).optional(),
  /** BCP 47; absent: taken from the content or detected. */
  sourceLocale: z.string().optional(),
  /** BCP 47; absent: every configured locale but the source's. */
  targetLocales: z.array(z.string()).min(1).max(100).readonly().optional(),
  meta: SubmittedMeta.optional(),
  /** IPTC urgency, 1 most urgent. */
  urgency: z.int().min(1).max(9).default(5),
  pubStatus: PubStatus.default('usable'),
  embargoedUntil: z.iso.datetime({ offset: true }).optional(),
});
export type SubmissionBody = z.input<typeof SubmissionBody>;

/** Body of `POST /v1/articles`: a submission that names its own article. */
export const PostedSubmission = SubmissionBody.extend({
  externalId: z.string().min(1).max(400),
  version: z.int().min(1).default(1),
});
export type PostedSubmission = z.input<typeof PostedSubmission>;

/** Answer to a submission. */
export const SubmissionReceipt = z.object({
  articleId: z.string(),
  externalId: z.string(),
  version: z.int(),
  /** `accepted`: jobs were queued; `unchanged`: the same content was here already. */
  outcome: z.enum(['accepted', 'unchanged']),
  targetLocales: z.array(z.string()).readonly(),
  links: z.object({ status: z.string(), events: z.string() }),
});
export type SubmissionReceipt = z.infer<typeof SubmissionReceipt>;
