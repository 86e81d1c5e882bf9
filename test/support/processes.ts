import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../config/project-root.ts';

/** A process of the built service. */
export interface ServiceProcess extends AsyncDisposable {
  readonly name: string;
  readonly pid: number;
  readonly url?: string;
  readonly alive: boolean;
  /** Sends `signal` and waits until the process is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
}

export interface ProcessOptions {
  readonly redisUrl: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Folder for the process' files; it is then the caller's and outlives the process. Default: an own one. */
  readonly dataDir?: string;
}

/**
 * Starts `dist/<entry>/main.js` as an own process and waits until it says that it is ready.
 *
 * @throws {Error} when it ends or says nothing for 20 s, with the end of what it wrote.
 */
export async function startProcess(entry: string, options: ProcessOptions): Promise<ServiceProcess> {
  const { redisUrl, env = {} } = options;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'pw-process-')));
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'dist', entry, 'main.js')], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      REDIS_URL: redisUrl,
      POLYWIRE_DATA_DIR: dataDir,
      POLYWIRE_LOG_LEVEL: 'warn',
      ...env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4000);
    });
  }
  const ready = await Promise.race([readyMessage(child), died(child), silence(20_000)]);
  if (typeof ready === 'string') {
    child.kill('SIGKILL');
    throw new Error(`${entry} did not start (${ready}): ${output}`);
  }
  return {
    name: entry,
    pid: child.pid ?? 0,
    ...(ready.url === undefined ? {} : { url: ready.url }),
    get alive() {
      return child.exitCode === null && child.signalCode === null;
    },
    kill: async (signal) => stop(child, signal),
    [Symbol.asyncDispose]: async () => {
      await stop(child, 'SIGTERM');
      if (options.dataDir === undefined) {
        await rm(dataDir, { recursive: true, force: true });
      }
    },
  };
}

const Ready = z.object({ ready: z.literal(true), url: z.string().optional() });

async function readyMessage(child: ChildProcess): Promise<z.infer<typeof Ready>> {
  const [message] = await once(child, 'message');
  return Ready.parse(message);
}

async function died(child: ChildProcess): Promise<string> {
  const how = await once(child, 'exit');
  return `exit ${how.filter((part) => part !== null).join(' ')}`;
}

async function silence(ms: number): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(`nothing for ${ms} ms`), ms).unref();
  });
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
