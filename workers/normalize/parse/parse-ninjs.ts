import { PipelineError } from '../../../shared/errors/errors.ts';
import type { ParsedArticle } from './parsed-article.ts';

/** Reads a ninjs item. */
export function parseNinjs(content: string): ParsedArticle {
  throw new PipelineError(
    'SOURCE_UNREADABLE',
    `A ninjs item of ${content.length} characters cannot be read yet`,
  );
}
