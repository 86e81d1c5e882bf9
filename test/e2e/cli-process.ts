import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { configPath } from '../../config/project-root.ts';

const CLI = configPath('..', 'dist', 'services', 'cli', 'main.js');

/** A command line that runs as a process of its own. */
export interface CliProcess {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly ended: Promise<number | null>;
  /** Processes that it has started and that still run, of whatever generation. */
  readonly descendants: () => Promise<readonly string[]>;
}

/** Starts `polywire` from the build, without the settings of this process' own environment. */
export function startCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): CliProcess {
  const mark = `PW_TEST_MARK=${crypto.randomUUID()}`;
  const [name = '', value = ''] = mark.split('=');
  const child = spawn(process.execPath, [CLI, ...args], {
    env: {
      PATH: process.env['PATH'],
      POLYWIRE_REDIS_SERVER: process.env['POLYWIRE_REDIS_SERVER'],
      ...env,
      [name]: value,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += String(chunk)));
  child.stderr.on('data', (chunk) => (err += String(chunk)));
  return {
    child,
    out: () => out,
    err: () => err,
    ended: once(child, 'close').then(() => child.exitCode),
    descendants: () => processesWith(mark),
  };
}

/** Runs `polywire` to its end. */
export async function runCliProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; out: string; err: string; left: readonly string[] }> {
  const cli = startCli(args, env);
  const code = await cli.ended;
  return { code, out: cli.out(), err: cli.err(), left: await cli.descendants() };
}

/** Command lines of the processes that have `mark` in their environment; Linux only. */
async function processesWith(mark: string): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      try {
        const environment = await readFile(`/proc/${pid}/environ`, 'utf8');
        return environment.includes(mark) ? await readFile(`/proc/${pid}/cmdline`, 'utf8') : '';
      } catch {
        return ''; // ended meanwhile, or not ours to look at
      }
    }),
  );
  return found.filter((line) => line !== '').map((line) => line.replaceAll('\0', ' ').trim());
}
