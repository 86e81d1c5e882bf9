#!/usr/bin/env node
import { runCli } from './run-cli.ts';

/** npm and the terminal may deliver one Ctrl+C several times within this time. */
const ONE_PRESS_MS = 1000;

const interrupted = new AbortController();
let firstPressAt: number | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    const now = performance.now();
    firstPressAt ??= now;
    interrupted.abort();
    if (now - firstPressAt > ONE_PRESS_MS) {
      process.exit(130);
    }
  });
}

process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') {
    process.exit(0); // whoever reads has seen enough: `polywire ... | head`
  }
  throw error;
});

process.exitCode = await runCli({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  signal: interrupted.signal,
});
