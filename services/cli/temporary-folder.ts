import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that disposal removes, unless it was kept. */
export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
  /** Leaves it where it is: its logs say why a command failed. */
  readonly keep: () => void;
}

/** Makes a folder of this user alone. */
export async function createTemporaryFolder(prefix: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), prefix));
  let isKept = false;
  return {
    path,
    keep: () => {
      isKept = true;
    },
    [Symbol.asyncDispose]: async () => {
      if (!isKept) {
        await rm(path, { recursive: true, force: true });
      }
    },
  };
}
