import { utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { toPipelineError } from '../errors/errors.ts';
import { createLogger } from '../logging/logger.ts';
import { createMetrics, type Metrics } from '../telemetry/metrics.ts';

/** What a process gives the part it runs. */
export interface ProcessContext<Config> {
  readonly config: Config;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** A part that is running; disposing it drains. */
export interface Running extends AsyncDisposable {
  /** Where it listens, if it does. */
  readonly url?: string;
}

export interface ProcessSpec<Config> {
  readonly name: string;
  readonly readConfig: () => Config;
  readonly start: (context: ProcessContext<Config>) => Promise<Running>;
}

interface CommonConfig {
  readonly logLevel: string;
  readonly drainMs: number;
}

/** How often a healthy process touches its `polywire-<name>.alive` file, for container health checks. */
const ALIVE_INTERVAL_MS = 5000;

/**
 * Runs one part as this process: starts it, tells a parent process that it is ready, and drains it
 * on SIGTERM or SIGINT. Exits 0 after a clean drain, 1 when the start or the drain failed; a start
 * that fails prints one sentence, never a stack trace.
 */
export async function runProcess<Config extends CommonConfig>(spec: ProcessSpec<Config>): Promise<void> {
  const config = readConfigOrExit(spec);
  const log = createLogger({ name: spec.name, level: config.logLevel });
  const stopping = shutdownSignal();
  try {
    const running = await spec.start({ config, log, metrics: createMetrics() });
    const alive = keepAlive(spec.name);
    const url = running.url === undefined ? {} : { url: running.url };
    log.info(url, 'ready');
    tellParent({ ready: true, ...url });
    const signal = await stopping;
    log.info({ signal }, 'draining');
    clearInterval(alive);
    await drain(running, config.drainMs, log);
  } catch (error) {
    fail(spec.name, error);
  }
}

/** A parent that is gone is noticed by `shutdownSignal`. */
function tellParent(message: object): void {
  if (process.connected) {
    process.send?.(message, () => {});
  }
}

function readConfigOrExit<Config>(spec: ProcessSpec<Config>): Config {
  try {
    return spec.readConfig();
  } catch (error) {
    return fail(spec.name, error);
  }
}

function fail(name: string, error: unknown): never {
  const { code, message } = toPipelineError(error);
  process.stderr.write(`${name}: ${code}: ${message}\n`);
  process.exit(1);
}

function keepAlive(name: string): NodeJS.Timeout {
  const file = join(tmpdir(), `polywire-${name}.alive`);
  const touch = (): void => {
    try {
      const now = new Date();
      utimesSync(file, now, now);
    } catch {
      writeAlive(file);
    }
  };
  touch();
  return setInterval(touch, ALIVE_INTERVAL_MS).unref();
}

/** Where the file cannot be written, the health check alone suffers, not the work. */
function writeAlive(file: string): void {
  try {
    writeFileSync(file, '');
  } catch {
    // read-only temporary folder: no health file
  }
}

/** Resolves with the first signal that asks to stop; a parent that goes away counts as one. */
async function shutdownSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => resolve(signal));
    }
    process.once('disconnect', () => resolve('parent gone'));
  });
}

async function drain(running: Running, drainMs: number, log: Logger): Promise<void> {
  const timer = setTimeout(() => {
    log.error({ drainMs }, 'drain took too long: leaving; what was running is taken up by another worker');
    process.exit(1);
  }, drainMs);
  await running[Symbol.asyncDispose]();
  clearTimeout(timer);
  log.info('stopped');
  process.exit(0);
}
