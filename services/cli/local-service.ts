import { envToConfig } from '../../config/config.ts';
import { readEnv } from '../../config/env.ts';
import type { ServiceListener } from '../launcher/service-event.ts';
import type { ServiceOptions } from '../launcher/start-service.ts';
import type { CliContext } from './command.ts';

const DEFAULT_MAX_MEMORY = '1gb';
/** After its own drain time a process gets this much longer before it is killed. */
const KILL_AFTER_DRAIN_MS = 5000;

interface LocalService {
  readonly dataDir: string;
  readonly key: string;
  readonly doors: ServiceOptions['doors'];
  /** Free ports instead of the configured ones: for a service that only this command talks to. */
  readonly isPrivate: boolean;
  readonly on: ServiceListener;
}

/**
 * Options of a service on this machine, from the environment.
 *
 * @throws {PipelineError} `CONFIG_INVALID`, which lists every wrong variable.
 */
export function localServiceOptions({ env }: CliContext, service: LocalService): ServiceOptions {
  const config = envToConfig(readEnv(env));
  const { isPrivate, ...rest } = service;
  return {
    ...rest,
    redis: redisRequestOf(env),
    host: isPrivate ? '127.0.0.1' : config.host,
    ports: isPrivate ? { api: 0, dashboard: 0 } : { api: config.apiPort, dashboard: config.dashboardPort },
    env,
    graceMs: config.drainMs + KILL_AFTER_DRAIN_MS,
  };
}

/** How Redis is looked for, from the environment. */
export function redisRequestOf(env: NodeJS.ProcessEnv): ServiceOptions['redis'] {
  const server = env['POLYWIRE_REDIS_SERVER'];
  return {
    url: env['REDIS_URL'],
    path: env['PATH'] ?? '',
    server: server === '' ? undefined : server,
    maxMemory: env['POLYWIRE_REDIS_MAX_MEMORY'] ?? DEFAULT_MAX_MEMORY,
    isRoot: process.getuid?.() === 0,
  };
}
