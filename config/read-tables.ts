import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { PipelineError } from '../shared/errors/errors.ts';
import { readFiles } from './read-files.ts';

/**
 * Reads every JSON table of a folder of `config/`, by name: `config/alarms/fr.json` is `fr`.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names each wrong file, the member and what was expected.
 */
export async function readTables<Table>(
  folder: string,
  schema: z.ZodType<Table>,
): Promise<ReadonlyMap<string, Table>> {
  const problems: string[] = [];
  const tables = new Map<string, Table>();
  for (const { name, text } of await readFiles(folder, '.json')) {
    const parsed = schema.safeParse(parseJson(text));
    if (parsed.success) {
      tables.set(basename(name, '.json'), parsed.data);
    } else {
      problems.push(`${name} ${describeIssue(parsed.error)}`);
    }
  }
  if (problems.length > 0) {
    throw new PipelineError(
      'CONFIG_INVALID',
      `config/${basename(folder)} is not valid: ${problems.join('; ')}`,
      { details: { problems } },
    );
  }
  return tables;
}

/**
 * Reads one JSON table.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names the file, the member and what was expected.
 */
export async function readTable<Table>(file: string, schema: z.ZodType<Table>): Promise<Table> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new PipelineError('CONFIG_INVALID', `${file} cannot be read: ${String(error)}`, { cause: error });
  }
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new PipelineError('CONFIG_INVALID', `${file} is not valid ${describeIssue(parsed.error)}`);
  }
  return parsed.data;
}

function describeIssue({ issues: [issue] }: z.ZodError): string {
  return `at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a table'}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema names the file
  }
}
