import { join } from 'node:path';
import type { ArticleStatus } from '../../shared/api/article-status.ts';
import type { Client, DocumentAnswer } from './client.ts';
import type { Arguments, CliContext } from './command.ts';
import { followArticle } from './follow-article.ts';
import { progressRows } from './progress-rows.ts';
import { slugOf, submissionOfFile } from './submission-of-file.ts';
import { readFormats, type WrittenOutputs, writeOutputs } from './write-outputs.ts';

export interface FileRequest {
  readonly client: Client;
  readonly file: string;
  /** As `SUBMISSION_OPTIONS` describe the article. */
  readonly args: Arguments;
  /** Parent of the article's folder. */
  readonly out: string;
  readonly context: CliContext;
}

/** What became of one file. */
export interface ProcessedFile {
  readonly file: string;
  readonly status: ArticleStatus;
  /** Absent where normalization failed. */
  readonly answer: DocumentAnswer | undefined;
  readonly outputs: WrittenOutputs & { readonly folder: string };
  readonly ms: number;
}

/**
 * Takes one file through the service: submit, follow with live progress, write every output that is
 * there.
 *
 * @throws {CliFailure} where the service refuses the file or goes away.
 */
export async function processFile({ client, file, args, out, context }: FileRequest): Promise<ProcessedFile> {
  const startedAt = performance.now();
  const externalId = slugOf(file);
  const progress = context.terminal.progress();
  const body = await submissionOfFile(file, args);
  await client.submit(externalId, 1, body);
  const status = await followArticle(client, externalId, {
    onStatus: (next) => progress.update(progressRows(next)),
    signal: context.signal,
  });
  progress.end();
  const folder = join(out, externalId);
  const locales = Object.keys(status.locales).filter(
    (locale) => status.locales[locale]?.render.state === 'done',
  );
  const formats = readFormats(args.value('format'));
  const written = await writeOutputs(client, { externalId, locales, formats, folder });
  const isNormalized = status.stages.normalize.state === 'done';
  return {
    file,
    status,
    answer: isNormalized ? await client.document(externalId) : undefined,
    outputs: { ...written, folder },
    ms: performance.now() - startedAt,
  };
}
