import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ImportReceipt } from '../../shared/api/memory-import.ts';
import { formatOfName, IMPORT_FORMATS, type ImportFormat } from '../../shared/exchange/exchange-format.ts';
import type { Client } from './client.ts';
import { CliFailure } from './failure.ts';
import type { ImportQuery } from './memory-answers.ts';

/**
 * Sends an exchange file to the service, unpacked where its name ends in `.gz`, at constant memory. It is
 * read twice: its digest goes first, by which an interrupted import goes on.
 *
 * @throws {CliFailure} `usage` for a file that cannot be read, or of a format that nobody says.
 */
export async function importMemoryFile(
  client: Client,
  file: string,
  query: Omit<ImportQuery, 'file' | 'format'> & { readonly format?: ImportFormat | undefined } = {},
): Promise<ImportReceipt> {
  const format = query.format ?? formatOfName(file);
  if (format === undefined) {
    throw new CliFailure(
      'usage',
      `The form of ${file} is not known by its name: add --format with one of ${IMPORT_FORMATS.join(', ')}`,
    );
  }
  const digest = await digestOf(file);
  return client.importMemory(
    Readable.toWeb(openFile(file)),
    { ...query, file: basename(file), format },
    digest,
  );
}

function openFile(file: string): Readable {
  const bytes = createReadStream(file, { highWaterMark: 256 * 1024 });
  return file.toLowerCase().endsWith('.gz') ? pipeline(bytes, createGunzip(), () => undefined) : bytes;
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of openFile(file)) {
      hash.update(chunk);
    }
  } catch (error) {
    throw new CliFailure('usage', `The memory ${file} cannot be read: ${String(error)}`, { cause: error });
  }
  return hash.digest('base64');
}
