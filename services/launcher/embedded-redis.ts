import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PipelineError } from '../../shared/errors/errors.ts';
import { endWithUs } from './end-with-us.ts';
import type { RedisBinary } from './redis-binary.ts';
import { probeRedis } from './redis-probe.ts';

/** Unix socket paths end at 107 bytes on Linux and 103 on macOS. */
const MAX_SOCKET_PATH_BYTES = 100;
/** Loading a large append-only file takes its time. */
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 20_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

export interface EmbeddedRedisOptions {
  readonly binary: RedisBinary;
  /** Absolute; the server's files lie in `redis/` below it, its log in `logs/redis.log`. */
  readonly dataDir: string;
  /** In redis.conf's form, such as `1gb`. */
  readonly maxMemory: string;
  readonly say: (text: string) => void;
}

/** A server of our own that keeps its data: disposal stops it after it has written everything. */
export interface EmbeddedRedis extends AsyncDisposable {
  /** `unix:///...`; the same after every restart of the server. */
  readonly url: string;
}

/**
 * Starts a server on a private unix socket with an append-only file, and starts it again should it
 * end. Nothing but a process of this user can reach it.
 *
 * @throws {PipelineError} `REDIS_UNAVAILABLE` with the end of its log when it does not come up.
 */
export async function startEmbeddedRedis(options: EmbeddedRedisOptions): Promise<EmbeddedRedis> {
  const folder = join(options.dataDir, 'redis');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await mkdir(join(options.dataDir, 'logs'), { recursive: true });
  const socket = await chooseSocket(folder);
  await waitForPredecessor(socket.path);
  const server = new SupervisedServer(options, { folder, socketPath: socket.path });
  try {
    await server.start();
  } catch (error) {
    await server.stop();
    await socket.remove();
    throw error;
  }
  return {
    url: `unix://${encodeURI(socket.path)}`,
    async [Symbol.asyncDispose]() {
      await server.stop();
      await socket.remove();
    },
  };
}

class SupervisedServer {
  readonly #options: EmbeddedRedisOptions;
  readonly #folder: string;
  readonly #socketPath: string;
  #child: ChildProcess | undefined;
  #stopping = false;
  #pauseMs = FIRST_PAUSE_MS;
  /** What it says before it has a log: why it cannot read its settings. */
  #firstWords = '';

  constructor(options: EmbeddedRedisOptions, place: { folder: string; socketPath: string }) {
    this.#options = options;
    this.#folder = place.folder;
    this.#socketPath = place.socketPath;
  }

  async start(): Promise<void> {
    const child = spawn(this.#options.binary.path, ['-'], {
      cwd: this.#folder,
      stdio: ['pipe', 'pipe', 'ignore'],
      detached: true, // Ctrl+C is for us alone: we stop the server last
    });
    this.#child = child;
    const release = child.pid === undefined ? () => undefined : endWithUs(child.pid, 'TERM');
    child.once('error', () => undefined); // a program that does not run: `waitUntilReady` reports it
    child.once('close', () => {
      release();
      this.#child = undefined;
    });
    child.stdout.on('data', (chunk) => {
      this.#firstWords = (this.#firstWords + String(chunk)).slice(-1000);
    });
    child.stdin.once('error', () => undefined); // it ended before it read: reported with its log
    child.stdin.end(this.#config());
    await this.#waitUntilReady(child);
    child.once('close', () => void this.#restart());
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (child === undefined) {
      return;
    }
    const gone = once(child, 'close');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await gone;
    clearTimeout(timer);
  }

  async #restart(): Promise<void> {
    while (!this.#stopping) {
      this.#options.say(`Redis ended unexpectedly; starting it again in ${this.#pauseMs} ms.`);
      await sleep(this.#pauseMs);
      this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
      if (this.#stopping) {
        return;
      }
      try {
        await this.start();
        return;
      } catch (error) {
        this.#options.say(error instanceof Error ? error.message : String(error));
      }
    }
  }

  async #waitUntilReady(child: ChildProcess): Promise<void> {
    const deadline = performance.now() + START_TIMEOUT_MS;
    while (performance.now() < deadline) {
      if (this.#child !== child) {
        throw await this.#failure('ended while it started');
      }
      if (await serves(this.#socketPath)) {
        return;
      }
      await sleep(15);
    }
    child.kill('SIGKILL');
    throw await this.#failure(`did not answer within ${START_TIMEOUT_MS / 1000} s`);
  }

  async #failure(what: string): Promise<PipelineError> {
    const log = join(this.#options.dataDir, 'logs', 'redis.log');
    const logged = await readFile(log, 'utf8').catch(() => '');
    const tail = `${logged}${this.#firstWords}`.trimEnd().split('\n').slice(-3).join('\n  ');
    return new PipelineError(
      'REDIS_UNAVAILABLE',
      `${this.#options.binary.name} ${what}; the end of ${log}:\n  ${tail}`,
    );
  }

  #config(): string {
    return [
      'port 0',
      `unixsocket ${quote(this.#socketPath)}`,
      'unixsocketperm 700',
      `dir ${quote(this.#folder)}`,
      `logfile ${quote(join(this.#options.dataDir, 'logs', 'redis.log'))}`,
      'appendonly yes',
      'appendfsync everysec',
      'save ""',
      `maxmemory ${this.#options.maxMemory}`,
      'maxmemory-policy noeviction',
      // Progress and results are hashes of packed values: small ones stay compact up to this size.
      'hash-max-listpack-value 2048',
      'daemonize no',
      '',
    ].join('\n');
  }
}

/** In the data folder, or in a temporary one where that path is too long for a socket. */
async function chooseSocket(folder: string): Promise<{ path: string; remove: () => Promise<void> }> {
  await chmod(folder, 0o700);
  const path = join(folder, 'redis.sock');
  if (Buffer.byteLength(path) <= MAX_SOCKET_PATH_BYTES) {
    return { path, remove: () => rm(path, { force: true }) };
  }
  const short = await mkdtemp(join(tmpdir(), 'polywire-'));
  return { path: join(short, 'redis.sock'), remove: () => rm(short, { recursive: true, force: true }) };
}

/** The server of a launcher that was just killed still writes: two on one file would destroy it. */
async function waitForPredecessor(socketPath: string): Promise<void> {
  const deadline = performance.now() + STOP_TIMEOUT_MS;
  while (await isThere(socketPath)) {
    if (performance.now() > deadline) {
      throw new PipelineError(
        'REDIS_UNAVAILABLE',
        `A Redis server of an earlier start still runs on ${socketPath}; stop it with: redis-cli -s ${socketPath} shutdown`,
      );
    }
    await sleep(100);
  }
  await rm(socketPath, { force: true });
}

async function serves(socketPath: string): Promise<boolean> {
  try {
    return !(await probeRedis(`unix://${encodeURI(socketPath)}`)).loading;
  } catch {
    return false; // not there yet
  }
}

async function isThere(socketPath: string): Promise<boolean> {
  try {
    await probeRedis(`unix://${encodeURI(socketPath)}`);
    return true;
  } catch {
    return false;
  }
}

/** A value of redis.conf that may hold spaces. */
function quote(path: string): string {
  return `"${path.replaceAll(/["\\]/gu, '\\$&')}"`;
}
