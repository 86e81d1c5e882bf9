import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Name of the file in the data folder that keeps the service's first API key. */
export const KEY_FILE = 'api-key';

/** A new API key: `pw_<key id>_<secret>`, the secret of 256 random bits. */
export function createApiKey(): string {
  return `pw_${randomBytes(4).toString('hex')}_${randomBytes(32).toString('hex')}`;
}

/** The API key of a data folder; made, readable for its owner alone, on first use. */
export async function keepApiKey(dataDir: string): Promise<string> {
  const kept = await readApiKey(dataDir);
  if (kept !== undefined) {
    return kept;
  }
  const key = createApiKey();
  await writeFile(join(dataDir, KEY_FILE), `${key}\n`, { mode: 0o600 });
  return key;
}

/** The API key that a data folder keeps; undefined where it keeps none. */
export async function readApiKey(dataDir: string): Promise<string | undefined> {
  try {
    const key = (await readFile(join(dataDir, KEY_FILE), 'utf8')).trim();
    return key === '' ? undefined : key;
  } catch {
    return undefined; // no service was started on this folder
  }
}
