import type { SourceArticle } from '../../../shared/document/article.ts';
import type { Diagnostic } from '../../../shared/document/overlay.ts';
import { PipelineError } from '../../../shared/errors/errors.ts';
import { charsetOf } from '../../../shared/text/charset/charset.ts';
import { guardZip } from '../guard/guard-zip.ts';
import { LIMITS } from '../guard/limits.ts';
import { decodeBytes } from './decode-bytes.ts';
import { fileTypeOf } from './file-type.ts';

/** An article's content as its parser takes it: text, or the bytes of a binary format. */
export interface DecodedSource {
  readonly content: string | Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the submitted content as text in its charset; DOCX stays bytes. What was chosen and why, and
 * how much could not be read, are diagnostics.
 *
 * @throws {PipelineError} `SOURCE_TOO_LARGE`; `SOURCE_UNREADABLE` for bytes of another kind of file;
 *   both for a DOCX as `guardZip` says.
 */
export function decodeSource(source: SourceArticle): DecodedSource {
  if (source.contentEncoding !== 'base64') {
    return { content: source.content, diagnostics: replacements(source.content, 'The text holds') };
  }
  const bytes = Buffer.from(source.content, 'base64');
  checkSize(bytes.length);
  if (source.format === 'docx') {
    guardZip(bytes);
    return { content: bytes, diagnostics: [] };
  }
  refuseOtherFiles(bytes, source.format);
  const { text, charset, reason } = decodeBytes(bytes, { declared: source.charset, format: source.format });
  return {
    content: text,
    diagnostics: [
      { code: 'charset-decoded', severity: 'info', message: `The text was read as ${charset}: ${reason}` },
      ...unknownCharset(source.charset),
      ...replacements(text, `Read as ${charset}, the text holds`),
    ],
  };
}

function checkSize(bytes: number): void {
  if (bytes > LIMITS.bytes) {
    throw new PipelineError(
      'SOURCE_TOO_LARGE',
      `The article has ${bytes} bytes: at most ${LIMITS.bytes} are read`,
      {
        details: { bytes, allowed: LIMITS.bytes },
      },
    );
  }
}

function refuseOtherFiles(bytes: Uint8Array, format: string): void {
  const type = fileTypeOf(bytes);
  if (type !== undefined) {
    throw new PipelineError('SOURCE_UNREADABLE', `The content is ${type}, not ${format}`, {
      details: { format, found: type },
    });
  }
}

function unknownCharset(label: string | undefined): Diagnostic[] {
  return label === undefined || charsetOf(label) !== undefined
    ? []
    : [
        {
          code: 'charset-unknown',
          severity: 'warning',
          message: `The declared charset "${label}" is not known; it was found in the bytes instead`,
        },
      ];
}

function replacements(text: string, start: string): Diagnostic[] {
  const count = text.match(/[\uFFFD\p{Surrogate}]/gu)?.length ?? 0;
  return count === 0
    ? []
    : [
        {
          code: 'charset-replacements',
          severity: 'warning',
          message: `${start} ${count} replacement characters (U+FFFD), where letters were lost`,
        },
      ];
}
