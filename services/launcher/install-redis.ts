import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PipelineError } from '../../shared/errors/errors.ts';
import { findRedisBinary, type RedisBinary, type RedisBinarySearch } from './redis-binary.ts';

/** What a person can run where we may not install. */
const ONE_LINERS = [
  'Debian, Ubuntu:  sudo apt-get install -y redis-server',
  'Fedora, RHEL:    sudo dnf install -y redis',
  'macOS:           brew install redis',
  'Docker:          docker compose up -d redis   and then set REDIS_URL=redis://127.0.0.1:6379',
].join('\n  ');

const KEPT_CHARACTERS = 2000;

export interface InstallRedisOptions extends RedisBinarySearch {
  /** Whether we are root: only then does the package manager ask nothing. */
  readonly isRoot: boolean;
  readonly say: (text: string) => void;
}

/**
 * Finds a server program, and installs the distribution's where there is none and that needs no
 * question (root, apt-get). The service that the package may start is left alone.
 *
 * @throws {PipelineError} `REDIS_UNAVAILABLE` with the lines to choose from, `REDIS_UNSUITABLE` for
 *   a server that is too old.
 */
export async function ensureRedisBinary(options: InstallRedisOptions): Promise<RedisBinary> {
  const present = await findRedisBinary(options);
  if (present !== undefined) {
    return present;
  }
  if (!options.isRoot || !(await runs('apt-get', ['--version'], options.path))) {
    throw new PipelineError(
      'REDIS_UNAVAILABLE',
      `There is no redis-server or valkey-server on the PATH. Install one, then run the same command again:\n  ${ONE_LINERS}`,
    );
  }
  options.say('Redis: none on the PATH; installing redis-server with apt-get ...');
  await installWithApt(options.path);
  const installed = await findRedisBinary(options);
  if (installed === undefined) {
    throw new PipelineError(
      'REDIS_UNAVAILABLE',
      'apt-get installed redis-server, but there is none on the PATH; add /usr/bin to it',
    );
  }
  options.say(`Redis: installed ${installed.name} ${installed.version}.`);
  return installed;
}

/** A fresh image has no package lists: then they are fetched, and the install tried once more. */
async function installWithApt(path: string): Promise<void> {
  const install = ['install', '-y', '--no-install-recommends', 'redis-server'];
  if ((await run('apt-get', install, path)).code === 0) {
    return;
  }
  const update = await run('apt-get', ['update'], path);
  const second = await run('apt-get', install, path);
  if (second.code !== 0) {
    throw new PipelineError(
      'REDIS_UNAVAILABLE',
      `apt-get could not install redis-server:\n${update.code === 0 ? '' : update.output}${second.output}\nInstall it by hand, then run the same command again:\n  ${ONE_LINERS}`,
    );
  }
}

async function runs(file: string, args: readonly string[], path: string): Promise<boolean> {
  return (await run(file, args, path)).code === 0;
}

async function run(
  file: string,
  args: readonly string[],
  path: string,
): Promise<{ readonly code: number; readonly output: string }> {
  const child = spawn(file, args, {
    env: { PATH: path, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: unknown): void => {
    output = (output + String(chunk)).slice(-KEPT_CHARACTERS);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  try {
    const [code]: unknown[] = await once(child, 'close');
    return { code: typeof code === 'number' ? code : 1, output };
  } catch (error) {
    return { code: 127, output: String(error) }; // the program is not there
  }
}
