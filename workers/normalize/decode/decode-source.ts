import type { SourceArticle } from '../../../shared/document/article.ts';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';

/** An article's content as its parser takes it: text, or the bytes of a binary format. */
export interface DecodedSource {
  readonly content: string | Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the submitted content as text in its charset; DOCX stays bytes.
 *
 * @throws {PipelineError} `SOURCE_UNREADABLE`
 */
export function decodeSource(source: SourceArticle): DecodedSource {
  if (source.contentEncoding !== 'base64') {
    return { content: source.content, diagnostics: [] };
  }
  const bytes = Buffer.from(source.content, 'base64');
  if (source.format === 'docx') {
    return { content: bytes, diagnostics: [] };
  }
  try {
    return { content: new TextDecoder('utf-8', { fatal: true }).decode(bytes), diagnostics: [] };
  } catch (error) {
    throw new PipelineError('SOURCE_UNREADABLE', 'The content is not UTF-8', { cause: error });
  }
}
