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
      const [issue] = parsed.error.issues;
      problems.push(`${name} at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a table'}`);
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the schema names the file
  }
}
