import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_TIMEOUT_MS = 15_000;
const STOP_TIMEOUT_MS = 10_000;

export interface RedisOptions {
  /** Folder for the append-only file; it is then the caller's and outlives the server. Default: an own one. */
  readonly dataDir?: string;
  /** TCP port on 127.0.0.1. Default 0: the unix socket alone. */
  readonly port?: number;
  /** Further lines of redis.conf, such as `['maxmemory 8mb']`; they win over the defaults. */
  readonly config?: readonly string[];
}

/** A private redis-server: `await using` stops it and removes what it wrote. */
export interface RunningRedis extends AsyncDisposable {
  /** What `openRedis` takes: `unix://` and the socket's path. */
  readonly url: string;
  /** What ioredis and BullMQ take as `path`. The same after every restart. */
  readonly socketPath: string;
  /** Set where a port was asked for. */
  readonly port?: number;
  readonly dataDir: string;
  /** Process id of the running server; undefined while it is down. */
  readonly pid: number | undefined;
  /** Starts the server again on its data; does nothing while it runs. Resolves once it answers PING. */
  start(): Promise<void>;
  /** SIGTERM: the server writes what it holds and ends. Resolves once it is gone. */
  stop(): Promise<void>;
  /** `stop` and `start` on the same data and socket. */
  restart(): Promise<void>;
  /** Sends `signal`; resolves once the process is gone, at once for SIGSTOP and SIGCONT. */
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts a redis-server of its own on a unix socket, with `appendonly yes`, `appendfsync everysec`
 * and `noeviction`, as the service demands of its store.
 *
 * Everything but a given `dataDir` lies in one temporary folder, which disposal removes. The child
 * never outlives this process, not even one that was killed.
 *
 * @throws {Error} when the server ends or does not answer in time, with the end of its log.
 */
export async function startRedis(options: RedisOptions = {}): Promise<RunningRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'pw-redis-'));
  const server = new PrivateRedis(folder, options);
  try {
    await server.start();
  } catch (error) {
    await server[Symbol.asyncDispose]();
    throw error;
  }
  return server;
}

class PrivateRedis implements RunningRedis {
  readonly socketPath: string;
  readonly dataDir: string;
  readonly port?: number;
  readonly #folder: string;
  readonly #config: string;
  #child: ChildProcess | undefined;

  constructor(folder: string, options: RedisOptions) {
    this.#folder = folder;
    this.socketPath = join(folder, 'redis.sock');
    this.dataDir = options.dataDir ?? folder;
    if (options.port !== undefined && options.port > 0) {
      this.port = options.port;
    }
    this.#config = configOf(this, options.config ?? []);
  }

  get url(): string {
    return `unix://${this.socketPath}`;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  async start(): Promise<void> {
    if (this.#child !== undefined) {
      return;
    }
    const configPath = join(this.#folder, 'redis.conf');
    await rm(this.socketPath, { force: true });
    await writeFile(configPath, this.#config);
    const child = spawn(process.env['POLYWIRE_REDIS_SERVER'] ?? 'redis-server', [configPath], {
      stdio: 'ignore',
    });
    this.#child = child;
    const release = child.pid === undefined ? () => undefined : killWithThisProcess(child.pid);
    child.once('error', () => undefined); // a missing binary: `waitUntilReady` reports it
    child.once('close', () => {
      release();
      this.#child = undefined;
    });
    await this.#waitUntilReady(child);
  }

  async stop(): Promise<void> {
    await this.kill('SIGTERM');
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (child === undefined) {
      return;
    }
    const gone = once(child, 'close');
    child.kill(signal);
    if (signal === 'SIGSTOP' || signal === 'SIGCONT') {
      return;
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await gone;
    clearTimeout(timer);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill('SIGKILL');
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #waitUntilReady(child: ChildProcess): Promise<void> {
    const deadline = performance.now() + START_TIMEOUT_MS;
    while (performance.now() < deadline) {
      if (this.#child !== child) {
        throw new Error(`redis-server ended while it started: ${await this.#logTail()}`);
      }
      if (await answersPing(this.socketPath)) {
        return;
      }
      await sleep(10);
    }
    await this.kill('SIGKILL');
    throw new Error(`redis-server did not answer in ${START_TIMEOUT_MS} ms: ${await this.#logTail()}`);
  }

  async #logTail(): Promise<string> {
    try {
      return (await readFile(join(this.#folder, 'redis.log'), 'utf8')).slice(-800);
    } catch {
      return 'no log was written; is redis-server on PATH?';
    }
  }
}

function configOf(
  { socketPath, dataDir, port }: { socketPath: string; dataDir: string; port?: number },
  extra: readonly string[],
): string {
  return [
    `port ${port ?? 0}`,
    'bind 127.0.0.1',
    `unixsocket "${socketPath}"`,
    'unixsocketperm 700',
    `dir "${dataDir}"`,
    `logfile "${join(socketPath, '..', 'redis.log')}"`,
    'appendonly yes',
    'appendfsync everysec',
    'maxmemory-policy noeviction',
    'save ""',
    'hash-max-listpack-value 2048',
    'daemonize no',
    ...extra,
    '',
  ].join('\n');
}

/**
 * Kills `pid` when this process ends, by whatever cause: a shell waits on a pipe that only we hold
 * open, since no handler of ours runs when we are killed. The answer ends the watch.
 */
function killWithThisProcess(pid: number): () => void {
  const watch = spawn('sh', ['-c', 'read -r line; kill -9 "$0"', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // Ctrl-C reaches our process group, and must not end the watch before us
  });
  watch.unref();
  return () => {
    watch.kill('SIGKILL');
  };
}

/** True once the server answers PONG; a server that still loads its file answers `-LOADING`. */
function answersPing(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ path: socketPath });
    const settle = (ready: boolean): void => {
      socket.destroy();
      resolve(ready);
    };
    socket.setTimeout(1_000, () => settle(false));
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (data) => settle(data.toString().startsWith('+PONG')));
    socket.once('error', () => settle(false));
    socket.once('end', () => settle(false));
  });
}
