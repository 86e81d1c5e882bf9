import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { PipelineError } from '../../shared/errors/errors.ts';
import { isOlder, OLDEST_REDIS } from './redis-version.ts';

const NAMES = ['redis-server', 'valkey-server'] as const;

/** A server program that can be started. */
export interface RedisBinary {
  readonly path: string;
  /** `redis-server` or `valkey-server`, as the program calls itself. */
  readonly name: string;
  readonly version: string;
}

export interface RedisBinarySearch {
  /** The PATH to look in. */
  readonly path: string;
  /** A program that was named by hand; then no other is looked at. */
  readonly server?: string | undefined;
}

/**
 * Finds a Redis or Valkey server that is new enough: the named one, else the first on the PATH.
 * Answers undefined where the PATH has none.
 *
 * @throws {PipelineError} `REDIS_UNSUITABLE` when all that was found is too old or does not run.
 */
export async function findRedisBinary({ path, server }: RedisBinarySearch): Promise<RedisBinary | undefined> {
  const candidates = server === undefined ? await executables(path) : [server];
  const refusals: string[] = [];
  for (const candidate of candidates) {
    const found = await identify(candidate);
    if (found === undefined) {
      refusals.push(`${candidate} does not run or does not say its version`);
    } else if (isOlder(found.version, OLDEST_REDIS)) {
      refusals.push(`${candidate} has version ${found.version}`);
    } else {
      return found;
    }
  }
  if (refusals.length > 0) {
    throw new PipelineError(
      'REDIS_UNSUITABLE',
      `No usable Redis server: ${refusals.join('; ')}; Polywire needs ${OLDEST_REDIS} or newer`,
    );
  }
  return undefined;
}

async function executables(path: string): Promise<readonly string[]> {
  const places = path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const usable = await Promise.all(places.map(isExecutable));
  return places.filter((_, index) => usable[index]);
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not ours to run: the next place may have one
  }
}

/** Reads `Redis server v=7.0.15 sha=...` and `Valkey server v=8.0.1 ...`. */
async function identify(path: string): Promise<RedisBinary | undefined> {
  try {
    const { stdout } = await promisify(execFile)(path, ['--version'], { timeout: 5000 });
    const { product, version } =
      /^(?<product>\w+) server v=(?<version>\d+(?:\.\d+)*)/u.exec(stdout)?.groups ?? {};
    return product === undefined || version === undefined
      ? undefined
      : { path, name: `${product.toLowerCase()}-server`, version };
  } catch {
    return undefined; // the caller names the program and what was expected
  }
}
