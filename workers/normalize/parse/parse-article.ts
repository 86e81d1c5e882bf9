import type { SourceFormat } from '../../../shared/document/article.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { guardSource } from '../guard/guard-source.ts';
import { parseDocx } from './parse-docx.ts';
import { parseHtml } from './parse-html.ts';
import { parseJson } from './parse-json.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { parseNinjs } from './parse-ninjs.ts';
import { parseText } from './parse-text.ts';
import type { ParsedArticle } from './parsed-article.ts';

/**
 * Reads content in any accepted format; `docx` is given as bytes, all others as text. What a parser
 * must not see is refused before.
 *
 * @throws {PipelineError} `SOURCE_TOO_LARGE`, `SOURCE_TOO_COMPLEX`, `SOURCE_EMPTY` or
 *   `SOURCE_UNREADABLE`.
 */
export async function parseArticle(
  content: string | Uint8Array,
  format: SourceFormat,
): Promise<ParsedArticle> {
  if (typeof content === 'string') {
    return parseContent(content, format);
  }
  return parseDocx(content);
}

/** The same for the formats that are text. */
function parseContent(content: string, format: SourceFormat): ParsedArticle {
  guardSource(content, format);
  try {
    return parseFormat(content, format);
  } catch (error) {
    if (error instanceof RangeError) {
      throw new PipelineError(
        'SOURCE_TOO_COMPLEX',
        `The ${format} article is nested deeper than its parser can follow`,
        { details: { limit: 'stack', format }, cause: error },
      );
    }
    throw error;
  }
}

function parseFormat(content: string, format: SourceFormat): ParsedArticle {
  switch (format) {
    case 'markdown':
      return parseMarkdown(content);
    case 'html':
      return parseHtml(content);
    case 'text':
      return parseText(content);
    case 'json':
      return parseJson(content, parseContent);
    case 'ninjs':
      return parseNinjs(content);
    case 'docx':
      throw new PipelineError(
        'SOURCE_UNREADABLE',
        'A DOCX article was submitted as text: send its bytes with "contentEncoding": "base64"',
      );
    default:
      return format satisfies never;
  }
}
