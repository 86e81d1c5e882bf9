import { basename } from 'node:path';
import { z } from 'zod';
import { configPath } from '../../config/project-root.ts';
import { readFiles } from '../../config/read-files.ts';
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
  const files = await readFiles(configPath(folder), '.json');
  return new Map(
    files.map(({ name, text }): readonly [string, Table] => {
      const parsed = schema.safeParse(JSON.parse(text));
      if (!parsed.success) {
        const problem = z.prettifyError(parsed.error);
        throw new PipelineError('CONFIG_INVALID', `config/${folder}/${name} is wrong: ${problem}`);
      }
      return [basename(name, '.json'), parsed.data];
    }),
  );
}
