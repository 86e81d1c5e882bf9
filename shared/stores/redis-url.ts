import { PipelineError } from '../errors/errors.ts';

interface Host {
  readonly host: string;
  readonly port: number;
}

interface Credentials {
  readonly username?: string;
  readonly password?: string;
}

/** Where the server is, by topology; `options` are ioredis' names. */
export type RedisAddress =
  | {
      readonly topology: 'single';
      readonly options: Credentials &
        ({ readonly path: string } | (Host & { readonly db?: number; readonly tls?: object }));
    }
  | {
      readonly topology: 'sentinel';
      readonly options: Credentials & { readonly sentinels: Host[]; readonly name: string };
    }
  | { readonly topology: 'cluster'; readonly nodes: readonly Host[]; readonly options: Credentials };

const FORMS =
  'redis://[user:password@]host:port[/db], rediss://..., unix:///path/to.sock, redis+sentinel://host1:26379,host2:26379/master or redis+cluster://host1:6379,host2:6379';

/**
 * Reads a Redis address.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which names the forms that are understood.
 */
export function parseRedisUrl(url: string): RedisAddress {
  const match =
    /^(?<scheme>[a-z+]+):\/\/(?:(?<auth>[^@/]*)@)?(?<hosts>[^/?]*)(?<path>\/[^?]*)?(?:\?.*)?$/u.exec(url);
  const { scheme = '', auth, hosts = '', path = '' } = match?.groups ?? {};
  const credentials = readCredentials(auth);
  switch (scheme) {
    case 'unix':
      return { topology: 'single', options: { path: decodeURIComponent(path), ...credentials } };
    case 'redis':
    case 'rediss':
      return {
        topology: 'single',
        options: {
          ...readHost(hosts, 6379, url),
          ...(path.length > 1 ? { db: Number(path.slice(1)) } : {}),
          ...(scheme === 'rediss' ? { tls: {} } : {}),
          ...credentials,
        },
      };
    case 'redis+sentinel':
      if (path.length < 2) {
        throw unreadable(url);
      }
      return {
        topology: 'sentinel',
        options: {
          sentinels: hosts.split(',').map((host) => readHost(host, 26379, url)),
          name: path.slice(1),
          ...credentials,
        },
      };
    case 'redis+cluster':
      return {
        topology: 'cluster',
        nodes: hosts.split(',').map((host) => readHost(host, 6379, url)),
        options: credentials,
      };
    default:
      throw unreadable(url);
  }
}

function readCredentials(auth: string | undefined): Credentials {
  if (auth === undefined) {
    return {};
  }
  const [user = '', password] = auth.split(':').map(decodeURIComponent);
  return password === undefined
    ? { password: user }
    : { ...(user === '' ? {} : { username: user }), password };
}

function readHost(text: string, defaultPort: number, url: string): Host {
  const match = /^(?<host>\[[^\]]+\]|[^:]+)(?::(?<port>\d+))?$/u.exec(text);
  const host = match?.groups?.['host'];
  if (host === undefined) {
    throw unreadable(url);
  }
  return { host: host.replaceAll(/[[\]]/gu, ''), port: Number(match?.groups?.['port'] ?? defaultPort) };
}

function unreadable(url: string): PipelineError {
  return new PipelineError(
    'CONFIG_INVALID',
    `The Redis address "${redactUrl(url)}" is not understood; expected ${FORMS}`,
  );
}

/** Hides the credentials of a Redis URL, for logs and messages; also where it cannot be read. */
export function redactUrl(url: string): string {
  return url.replace(/:\/\/.*@/u, '://***@');
}
