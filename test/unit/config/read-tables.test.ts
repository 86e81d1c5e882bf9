import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../../config/read-tables.ts';
import { NamingTable } from '../../../workers/tag-entities/local-names/naming-table.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('readTables', () => {
  it('names every file and member that is wrong, also a file that is no JSON', async () => {
    await using folder = await temporaryFolder();
    await writeFile(
      join(folder.path, 'ru.json'),
      '{"policy":{"PER":"guess"},"between":" ","hyphen":"-","script":"alphabet","tokens":{},"rules":{}}',
    );
    await writeFile(join(folder.path, 'uk.json'), '{');
    await expect(readTables(folder.path, NamingTable)).rejects.toThrow(
      /ru\.json at policy\.PER.*uk\.json at /u,
    );
  });
});
