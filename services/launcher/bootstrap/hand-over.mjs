import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSources } from './build-sources.mjs';
import { installPackages } from './install-packages.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Brings packages and build up to date, then runs the command that `args` name and ends with its
 * exit code. Signals go on to the command, which decides what they mean.
 *
 * @param {readonly string[]} args
 */
export async function handOver(args) {
  try {
    await installPackages(ROOT, say);
    await buildSources(ROOT, say);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
    return;
  }
  const child = spawn(process.execPath, commandOf(args), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.once('error', (error) => {
    say(`${process.execPath} does not start: ${error.message}`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

/** The arguments for node that run the command. */
function commandOf([name, ...rest]) {
  switch (name) {
    case 'test':
      return [
        join(ROOT, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--config',
        join(ROOT, 'test/vitest.config.ts'),
        ...rest,
      ];
    case 'bench':
    case 'eval':
      return [join(ROOT, 'dist/test/bench/main.js'), name, ...rest];
    case undefined:
      return [join(ROOT, 'dist/services/cli/main.js')];
    default:
      return [join(ROOT, 'dist/services/cli/main.js'), name, ...rest];
  }
}

/** To stderr: standard output belongs to the command. */
function say(text) {
  process.stderr.write(`${text}\n`);
}
