import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createApiKey, KEY_FILE, keepApiKey, readApiKey } from '../../../../services/launcher/api-key.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

it('makes a new key each time, of the form that the API reads', () => {
  const keys = [createApiKey(), createApiKey()];
  expect(keys[0]).toMatch(/^pw_[0-9a-f]{8}_[0-9a-f]{64}$/u);
  expect(keys[0]).not.toBe(keys[1]);
});

it('keeps the key of a data folder, readable for its owner alone', async () => {
  await using folder = await temporaryFolder();
  expect(await readApiKey(folder.path)).toBeUndefined();
  const key = await keepApiKey(folder.path);
  expect(await keepApiKey(folder.path)).toBe(key);
  expect(await readApiKey(folder.path)).toBe(key);
  expect((await stat(join(folder.path, KEY_FILE))).mode & 0o777).toBe(0o600);
});
