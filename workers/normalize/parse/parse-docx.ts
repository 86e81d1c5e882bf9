import { PipelineError } from '../../../shared/errors/errors.ts';
import type { ParsedArticle } from './parsed-article.ts';

/** Reads a Word document. */
export async function parseDocx(bytes: Uint8Array): Promise<ParsedArticle> {
  throw new PipelineError('SOURCE_UNREADABLE', `A DOCX of ${bytes.length} bytes cannot be read yet`);
}
