import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNamingTables } from '../../../../../workers/tag-entities/local-names/naming-table.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

describe('readNamingTables', () => {
  it('names the file and the member that is wrong', async () => {
    await using folder = await temporaryFolder();
    await writeFile(
      join(folder.path, 'ru.json'),
      '{"policy":{"PER":"guess"},"between":" ","hyphen":"-","script":"alphabet","tokens":{},"rules":{}}',
    );
    await expect(readNamingTables(folder.path)).rejects.toThrow(/ru\.json at policy\.PER/u);
  });
});
