import type { ContentEncoding, SourceArticle, SourceFormat } from '../../../shared/document/article.ts';
import { type ErrorCode, PipelineError } from '../../../shared/errors/errors.ts';

interface SubmittedContent {
  readonly format: SourceFormat;
  readonly content: string;
  readonly contentEncoding?: ContentEncoding | undefined;
  readonly charset?: string | undefined;
}

/**
 * Checks the content of a submission: `maxBytes` counts what is meant, not its base64. Base64, which
 * may be wrapped in lines, comes back in its one canonical form, so that the same bytes are the same
 * content; text has no charset of its own.
 *
 * @throws {PipelineError} `SOURCE_TOO_LARGE` or `REQUEST_INVALID`, with a pointer.
 */
export function readContent(
  { format, content, contentEncoding, charset }: SubmittedContent,
  maxBytes: number,
): Pick<SourceArticle, 'content' | 'contentEncoding' | 'charset'> {
  if (contentEncoding !== 'base64') {
    if (format === 'docx') {
      throw refusal('REQUEST_INVALID', '/contentEncoding', 'A DOCX is binary: send it as "base64"');
    }
    checkSize(Buffer.byteLength(content), maxBytes);
    return { content };
  }
  const bytes = readBase64(content);
  checkSize(bytes.length, maxBytes);
  return {
    content: bytes.toString('base64'),
    contentEncoding,
    ...(charset === undefined ? {} : { charset }),
  };
}

function readBase64(content: string): Buffer {
  const body = content.replaceAll(/\s+/gu, '').replace(/={1,2}$/u, '');
  if (body === '' || body.length % 4 === 1 || /[^A-Za-z0-9+/]/u.test(body)) {
    throw refusal(
      'REQUEST_INVALID',
      '/content',
      'The content is not base64 (RFC 4648, section 4), which "contentEncoding" says it is',
    );
  }
  return Buffer.from(body, 'base64');
}

function checkSize(bytes: number, maxBytes: number): void {
  if (bytes > maxBytes) {
    throw refusal(
      'SOURCE_TOO_LARGE',
      '/content',
      `The content has ${bytes} bytes; at most ${maxBytes} are taken`,
    );
  }
}

function refusal(code: ErrorCode, pointer: string, detail: string): PipelineError {
  return new PipelineError(code, detail, { details: { errors: [{ pointer, detail }] } });
}
