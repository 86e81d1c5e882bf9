import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { SubmissionBody } from '../../shared/api/submission.ts';
import { SOURCE_FORMATS, type SourceFormat } from '../../shared/document/article.ts';
import { CliFailure } from './failure.ts';

const FORMATS_BY_EXTENSION: Readonly<Record<string, SourceFormat>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.txt': 'text',
  '.json': 'json',
  '.ninjs': 'ninjs',
  '.docx': 'docx',
};

/** Members that a ninjs item has and our own JSON articles have not. */
const NINJS_MEMBERS = ['body_html', 'body_text', 'body_xhtml', 'bodies', 'versioncreated', 'uri'];

/** Stands for standard input in place of a file. */
export const STANDARD_INPUT = '-';

/**
 * Reads a file, or standard input, as the content of a submission, in the format `named` (by `option`), else by its extension. What
 * may say in its own bytes which charset it is in, or is no UTF-8, goes as bytes.
 *
 * @throws {CliFailure} `usage` for a file that cannot be read or whose extension says no format.
 */
export async function readArticleFile(
  file: string,
  named: string | undefined,
  option = '--as',
): Promise<Pick<SubmissionBody, 'format' | 'content' | 'contentEncoding'>> {
  const stated = SOURCE_FORMATS.find((known) => known === named) ?? formatOfExtension(file, option);
  const bytes = await readBytes(file);
  const text = textOf(bytes);
  const isNinjs = stated === 'json' && named === undefined && looksLikeNinjs(text);
  const format = isNinjs ? 'ninjs' : stated;
  if (text === undefined || format === 'html' || format === 'docx') {
    return { format, content: bytes.toString('base64'), contentEncoding: 'base64' };
  }
  return { format, content: text };
}

function formatOfExtension(file: string, option: string): SourceFormat {
  if (file === STANDARD_INPUT) {
    throw new CliFailure(
      'usage',
      `Standard input has no extension; name its format with ${option} ${SOURCE_FORMATS.join('|')}`,
    );
  }
  const extension = extname(file).toLowerCase();
  const format = FORMATS_BY_EXTENSION[extension];
  if (format === undefined) {
    throw new CliFailure(
      'usage',
      `The extension "${extension}" of ${file} says no format; name one with ${option} ${SOURCE_FORMATS.join('|')}`,
    );
  }
  return format;
}

/** Strict UTF-8, without its byte order mark; a NUL means UTF-16. */
function textOf(bytes: Buffer): string | undefined {
  try {
    return bytes.includes(0) ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function looksLikeNinjs(text: string | undefined): boolean {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return (
      typeof value === 'object' && value !== null && NINJS_MEMBERS.some((name) => Object.hasOwn(value, name))
    );
  } catch {
    return false; // the service says what is wrong with it
  }
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await (file === STANDARD_INPUT ? buffer(process.stdin) : readFile(file));
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const reason = isMissing ? 'there is no such file' : String(error);
    throw new CliFailure('usage', `${file} cannot be read: ${reason}`, { cause: error });
  }
}
