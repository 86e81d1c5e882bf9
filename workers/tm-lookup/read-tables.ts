import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { configPath } from '../../config/project-root.ts';
import { PipelineError } from '../../shared/errors/errors.ts';

/**
 * Reads every table of a folder of `config/`, by name: `config/alarms/fr.json` is `fr`.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names the file and each wrong value.
 */
export async function readTables<Table>(
  folder: string,
  schema: z.ZodType<Table>,
): Promise<ReadonlyMap<string, Table>> {
  const files = (await readdir(configPath(folder))).filter((name) => name.endsWith('.json'));
  const tables = await Promise.all(
    files.map(async (file): Promise<readonly [string, Table]> => {
      const parsed = schema.safeParse(JSON.parse(await readFile(join(configPath(folder), file), 'utf8')));
      if (!parsed.success) {
        throw new PipelineError(
          'CONFIG_INVALID',
          `config/${folder}/${file} is wrong: ${z.prettifyError(parsed.error)}`,
        );
      }
      return [basename(file, '.json'), parsed.data];
    }),
  );
  return new Map(tables);
}
