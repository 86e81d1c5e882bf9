import { createConnection, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { PipelineError } from '../../shared/errors/errors.ts';

const TIMEOUT_MS = 5000;

/** What a server says about itself; a Sentinel knows its version only, a locked one nothing. */
export interface RedisFacts {
  readonly version?: string;
  readonly maxMemoryPolicy?: string;
  readonly appendOnly?: boolean;
  /** Bytes; 0 is no limit. */
  readonly maxMemory?: number;
  /** Whether it still reads its data and refuses commands. */
  readonly loading: boolean;
}

interface Target {
  readonly socketPath?: string;
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly auth: readonly string[];
}

/**
 * Asks the server at `url` (or the first of its Sentinels or Cluster nodes that answers) for its
 * facts, over one short connection.
 *
 * @throws {PipelineError} `CONFIG_INVALID` for a URL of another form, `REDIS_UNAVAILABLE` when none
 *   answers within 5 s or the password is refused.
 */
export async function probeRedis(url: string): Promise<RedisFacts> {
  const failures: string[] = [];
  for (const target of targetsOf(url)) {
    try {
      return factsOf(await askInfo(target));
    } catch (error) {
      const place = target.socketPath ?? `${target.host}:${target.port}`;
      failures.push(`${place}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new PipelineError('REDIS_UNAVAILABLE', `No Redis server answers (${failures.join('; ')})`);
}

function targetsOf(url: string): readonly Target[] {
  const match =
    /^(?<scheme>unix|rediss?|redis\+sentinel|redis\+cluster):\/\/(?:(?<auth>[^@/]*)@)?(?<hosts>[^/?]*)(?<path>\/[^?]*)?/u.exec(
      url,
    );
  const { scheme, auth, hosts = '', path = '' } = match?.groups ?? {};
  if (scheme === undefined || (scheme === 'unix' ? path : hosts) === '') {
    throw new PipelineError(
      'CONFIG_INVALID',
      'REDIS_URL is not understood; expected redis://, rediss://, unix:///path, redis+sentinel://host1,host2/master or redis+cluster://host1,host2',
    );
  }
  const common = { tls: scheme === 'rediss', auth: readAuth(auth) };
  if (scheme === 'unix') {
    return [{ ...common, socketPath: decodeURIComponent(path), host: '', port: 0 }];
  }
  const defaultPort = scheme === 'redis+sentinel' ? 26_379 : 6379;
  return hosts.split(',').map((text) => {
    const { host, port } = /^(?<host>\[[^\]]+\]|[^:]+)(?::(?<port>\d+))?$/u.exec(text)?.groups ?? {};
    return { ...common, host: (host ?? text).replaceAll(/[[\]]/gu, ''), port: Number(port ?? defaultPort) };
  });
}

function readAuth(text: string | undefined): readonly string[] {
  const [user = '', password] = (text ?? '').split(':').map(decodeURIComponent);
  return [user, password ?? ''].filter((part) => part !== '');
}

/** The text of INFO. */
function askInfo(target: Target): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = open(target);
    let answer = '';
    const settle = (finish: () => void): void => {
      socket.destroy();
      finish();
    };
    socket.setTimeout(TIMEOUT_MS, () =>
      settle(() => reject(new Error(`no answer within ${TIMEOUT_MS / 1000} s`))),
    );
    socket.once('error', (error) => settle(() => reject(error)));
    socket.once('close', () => reject(new Error('the connection was closed')));
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8');
      const refusal = /^-(?<reason>.*?)\r\n/mu.exec(answer)?.groups?.['reason'];
      if (refusal !== undefined) {
        settle(() => reject(new Error(`the server says "${refusal}"`)));
      } else if (isWhole(answer)) {
        settle(() => resolve(answer));
      }
    });
    socket.write(
      (target.auth.length === 0 ? '' : command(['AUTH', ...target.auth])) + command(['INFO', 'everything']),
    );
  });
}

function open({ socketPath, host, port, tls }: Target): Socket {
  if (socketPath !== undefined) {
    return createConnection({ path: socketPath });
  }
  return tls ? connectTls({ host, port, servername: host }) : createConnection({ host, port });
}

/** A command as the protocol writes it: an array of bulk strings. */
function command(parts: readonly string[]): string {
  return `*${parts.length}\r\n${parts.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`;
}

/** Whether the bulk string that answers INFO has arrived to its end. */
function isWhole(answer: string): boolean {
  const head = /\$(?<length>\d+)\r\n/u.exec(answer);
  if (head === null) {
    return false;
  }
  const body = answer.slice(head.index + head[0].length);
  return Buffer.byteLength(body) >= Number(head.groups?.['length']) + 2;
}

function factsOf(info: string): RedisFacts {
  const field = (name: string): string | undefined => new RegExp(`^${name}:(.*?)\\r?$`, 'mu').exec(info)?.[1];
  const version = field('redis_version');
  const maxMemoryPolicy = field('maxmemory_policy');
  const appendOnly = field('aof_enabled');
  const maxMemory = field('maxmemory');
  return {
    loading: field('loading') === '1',
    ...(version === undefined ? {} : { version }),
    ...(maxMemoryPolicy === undefined ? {} : { maxMemoryPolicy }),
    ...(appendOnly === undefined ? {} : { appendOnly: appendOnly === '1' }),
    ...(maxMemory === undefined ? {} : { maxMemory: Number(maxMemory) }),
  };
}
