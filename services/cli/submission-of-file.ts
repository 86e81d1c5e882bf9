import { basename, extname } from 'node:path';
import { parseLocale } from '../../config/locales.ts';
import type { SubmissionBody } from '../../shared/api/submission.ts';
import { SOURCE_FORMATS } from '../../shared/document/article.ts';
import type { Arguments, OptionSpec } from './command.ts';
import { readArticleFile } from './content-of-file.ts';
import { CliFailure } from './failure.ts';
import { readDateOption, readLocaleOption } from './read-option.ts';

/** Options that describe the article in a file. */
export const SUBMISSION_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'to',
    value: 'LOCALES',
    does: 'Target locales, separated by commas',
    fallback: 'every configured locale but the source',
  },
  { name: 'source', value: 'LOCALE', does: "The article's own locale", fallback: 'detected' },
  {
    name: 'as',
    value: 'FORMAT',
    does: 'How to read the file',
    fallback: 'by its extension: .md .html .txt .json .ninjs .docx',
    oneOf: SOURCE_FORMATS,
  },
  {
    name: 'published',
    value: 'DATE',
    does: 'Date of publication, such as 2026-01-13; relative dates are counted from it',
  },
  { name: 'urgency', value: '1-9', does: 'IPTC urgency, 1 first', fallback: '5' },
];

/** A name for the article in a file: its file name without extension, in letters safe for paths. */
export function slugOf(file: string): string {
  return safeName(basename(file, extname(file)));
}

/** `text` as a name of a folder: letters, digits and dashes; never empty. */
export function safeName(text: string): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  return slug === '' ? 'article' : slug;
}

/**
 * Reads a file as a submission, as `SUBMISSION_OPTIONS` describe it.
 *
 * @throws {CliFailure} `usage` for a file that cannot be read, an extension that says no format, a locale
 *   that is not configured, a date or an urgency out of range.
 */
export async function submissionOfFile(file: string, args: Arguments): Promise<SubmissionBody> {
  const source = readLocaleOption(args, 'source');
  const targets = args.value('to');
  const published = readDateOption(args, 'published');
  const urgency = args.value('urgency');
  return {
    ...(await readArticleFile(file, args.value('as'))),
    ...(source === undefined ? {} : { sourceLocale: source }),
    ...(targets === undefined ? {} : { targetLocales: readTargets(targets) }),
    ...(published === undefined ? {} : { meta: { publishedAt: published } }),
    ...(urgency === undefined ? {} : { urgency: readUrgency(urgency) }),
  };
}

/**
 * Reads a list of target locales, each once.
 *
 * @throws {PipelineError} `LOCALE_UNKNOWN`
 */
export function readTargets(text: string): readonly string[] {
  const names = text.split(',').filter((name) => name.trim() !== '');
  return [...new Set(names.map((name) => parseLocale(name.trim())))];
}

function readUrgency(text: string): number {
  if (!/^[1-9]$/u.test(text)) {
    throw new CliFailure('usage', `--urgency is "${text}"; expected a number from 1 to 9`);
  }
  return Number(text);
}
