import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { PipelineError } from '../../shared/errors/errors.ts';
import { openProcessLog, type ProcessLog } from './process-log.ts';
import type { ServiceListener } from './service-event.ts';

const Ready = z.object({ ready: z.literal(true), url: z.string().optional() });

const START_TIMEOUT_MS = 60_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A process that ran this long was healthy: the next crash pauses shortly again. */
const HEALTHY_MS = 60_000;

export interface ProcessSpec {
  readonly name: string;
  /** Absolute path of the script. */
  readonly entry: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** From SIGTERM to SIGKILL. */
  readonly graceMs: number;
  readonly on: ServiceListener;
}

/** A child process that is started again when it crashes; disposal drains it. */
export interface ManagedProcess extends AsyncDisposable {
  readonly name: string;
  /** Where it said that it listens, if it did. */
  readonly url: string | undefined;
  readonly pid: number | undefined;
}

/**
 * Starts `spec.entry` and resolves once it has said that it is ready.
 *
 * @throws {PipelineError} `INTERNAL` with its last words when it ends or stays silent instead.
 */
export async function startManagedProcess(spec: ProcessSpec): Promise<ManagedProcess> {
  const supervised = new SupervisedProcess(spec);
  await supervised.start();
  return supervised;
}

class SupervisedProcess implements ManagedProcess {
  readonly #spec: ProcessSpec;
  readonly #log: ProcessLog;
  readonly #stopping = new AbortController();
  #child: ChildProcess | undefined;
  #url: string | undefined;
  #pauseMs = FIRST_PAUSE_MS;

  constructor(spec: ProcessSpec) {
    this.#spec = spec;
    this.#log = openProcessLog({
      file: spec.logFile,
      onProblem: (level, message) => spec.on({ kind: 'log', name: spec.name, level, message }),
    });
  }

  get name(): string {
    return this.#spec.name;
  }

  get url(): string | undefined {
    return this.#url;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async start(): Promise<void> {
    const startedAt = performance.now();
    const child = fork(this.#spec.entry, [], {
      env: this.#spec.env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true, // Ctrl+C is for us alone: we stop the processes in order
    });
    this.#child = child;
    killWithUs(child);
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null) {
        this.#log.follow(stream);
      }
    }
    const ended = once(child, 'close').then(([code, signal]) => endOf(code, signal));
    this.#url = await this.#readiness(child, ended);
    const ms = performance.now() - startedAt;
    this.#spec.on({
      kind: 'ready',
      name: this.name,
      ms,
      ...(this.#url === undefined ? {} : { url: this.#url }),
    });
    void ended.then((how) => this.#restart(how, performance.now() - startedAt));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping.abort();
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
      return;
    }
    const gone = once(child, 'close');
    child.kill('SIGTERM');
    let forced = false;
    const timer = setTimeout(() => {
      forced = true;
      child.kill('SIGKILL');
    }, this.#spec.graceMs);
    await gone;
    clearTimeout(timer);
    this.#spec.on({ kind: 'stopped', name: this.name, forced });
  }

  /** The URL it listens on, if any. */
  async #readiness(child: ChildProcess, ended: Promise<string>): Promise<string | undefined> {
    const timeout = new AbortController();
    try {
      const first = await Promise.race([
        firstReady(child),
        ended,
        sleep(START_TIMEOUT_MS, `was not ready after ${START_TIMEOUT_MS / 1000} s`, {
          signal: timeout.signal,
        }),
      ]);
      if (typeof first === 'object') {
        return first.url;
      }
      child.kill('SIGKILL');
      const words = this.#log.lastWords();
      throw new PipelineError(
        'INTERNAL',
        `${this.name} ${first}${words === undefined ? '' : `, saying: ${words}`} (log: ${this.#spec.logFile})`,
      );
    } finally {
      timeout.abort();
    }
  }

  async #restart(how: string, ranMs: number): Promise<void> {
    let reason = how;
    this.#pauseMs = ranMs > HEALTHY_MS ? FIRST_PAUSE_MS : this.#pauseMs;
    while (!this.#stopping.signal.aborted) {
      const { name, logFile, on } = this.#spec;
      on({ kind: 'crashed', name, how: reason, logFile, pauseMs: this.#pauseMs });
      const paused = sleep(this.#pauseMs, undefined, { signal: this.#stopping.signal });
      this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
      try {
        await paused;
        await this.start();
        return;
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
      }
    }
  }
}

function firstReady(child: ChildProcess): Promise<z.infer<typeof Ready>> {
  return new Promise((resolve) => {
    child.on('message', (message) => {
      const ready = Ready.safeParse(message);
      if (ready.success) {
        resolve(ready.data);
      }
    });
  });
}

/** A forced exit of ours takes the child along, even one that does not listen yet. */
function killWithUs(child: ChildProcess): void {
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('close', () => process.off('exit', kill));
}

function endOf(code: unknown, signal: unknown): string {
  return typeof signal === 'string' ? `was ended by ${signal}` : `ended with code ${String(code)}`;
}
