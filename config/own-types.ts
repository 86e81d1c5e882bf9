import { basename } from 'node:path';
import { OwnType } from '../shared/document/entity-type.ts';
import { type OwnTypes, OwnTypeTable } from '../shared/document/own-types.ts';
import { PipelineError } from '../shared/errors/errors.ts';
import { configPath } from './project-root.ts';
import { readTables } from './read-tables.ts';

/**
 * Reads the kinds of entities that the customer declares, a file each: `config/entity-types/X-LAW.json`.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names each wrong file, the member and what was expected.
 */
export async function readOwnTypes(folder: string = configPath('entity-types')): Promise<OwnTypes> {
  const types = new Map<OwnType, OwnTypeTable>();
  for (const [name, table] of await readTables(folder, OwnTypeTable)) {
    const code = OwnType.safeParse(name);
    if (!code.success) {
      throw new PipelineError(
        'CONFIG_INVALID',
        `config/${basename(folder)} is not valid: "${name}.json" names no kind of entity; expected X- and capital letters or digits, such as X-LAW.json`,
      );
    }
    types.set(code.data, table);
  }
  return types;
}
