import type { SourceFormat } from '../../../shared/document/article.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { LIMITS } from './limits.ts';
import { scanHtml } from './scan-html.ts';
import { scanLines } from './scan-lines.ts';
import { scanMarkdown } from './scan-markdown.ts';

/**
 * Refuses, in time linear in its size, content that a parser could hang or crash on.
 *
 * @throws {PipelineError} `SOURCE_TOO_LARGE`, `SOURCE_TOO_COMPLEX` or `SOURCE_EMPTY`.
 */
export function guardSource(content: string, format: SourceFormat): void {
  const bytes = Buffer.byteLength(content, 'utf8');
  if (bytes > LIMITS.bytes) {
    throw new PipelineError(
      'SOURCE_TOO_LARGE',
      `The article has ${bytes} bytes: at most ${LIMITS.bytes} are read`,
      { details: { bytes, allowed: LIMITS.bytes } },
    );
  }
  if (!/\S/u.test(content)) {
    throw new PipelineError('SOURCE_EMPTY', 'The article has no text: at least one word is needed');
  }
  switch (format) {
    case 'markdown':
      scanMarkdown(content);
      return;
    case 'html':
      scanHtml(content);
      return;
    case 'text':
      scanLines(content);
      return;
    case 'json': // their bodies are guarded again in their own formats
    case 'ninjs':
    case 'docx':
      return;
    default:
      format satisfies never;
  }
}
