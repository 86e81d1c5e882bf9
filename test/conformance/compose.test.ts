import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { PIPELINE } from '../../config/pipeline.ts';
import { configPath } from '../../config/project-root.ts';
import { QUEUE_NAMES } from '../../shared/queue/contract.ts';

const Service = z.object({
  image: z.string(),
  command: z.array(z.string()),
  container_name: z.string().optional(),
  ports: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string().nullable()).default({}),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }),
  stop_grace_period: z.string().optional(),
  volumes: z.array(z.string()).default([]),
});
const Compose = z.object({
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.unknown()),
});

const compose = Compose.parse(parse(await read('docker-compose.yml'), { merge: true }));
const processes = Object.entries(compose.services).filter(([name]) => name !== 'redis');

describe('docker-compose.yml', () => {
  it('has a service for every queue, for both doors and for Redis', () => {
    expect(Object.keys(compose.services).sort()).toEqual(
      ['redis', 'api', 'dashboard', ...QUEUE_NAMES].sort(),
    );
  });

  it.each(processes)('runs %s from a script whose source exists', (_name, { command }) => {
    const [program, script = ''] = command;
    expect(program).toBe('node');
    expect(script).toMatch(/^dist\/.+\/main\.js$/u);
    expect(existsSync(configPath('..', script.replace(/^dist\//u, '').replace(/\.js$/u, '.ts')))).toBe(true);
  });

  it.each(processes)(
    'starts %s once Redis is healthy, and asks the process itself how it is',
    (name, service) => {
      expect(service.depends_on['redis']?.condition).toBe('service_healthy');
      expect(service.environment['REDIS_URL']).toContain('redis://redis:6379');
      expect(service.healthcheck.test.slice(-2)).toEqual(['--process', name]);
    },
  );

  it('can run several containers of each worker: no fixed name, no port of the host', () => {
    for (const name of QUEUE_NAMES) {
      expect(compose.services[name]).toMatchObject({ ports: [], volumes: [] });
    }
    const named = Object.values(compose.services).filter((service) => service.container_name !== undefined);
    expect(named).toEqual([]);
  });

  it('lets a container drain before it is ended', () => {
    for (const [name, service] of processes) {
      const seconds = Number(/^(\d+)s$/u.exec(service.stop_grace_period ?? '')?.[1]);
      expect(seconds * 1000, name).toBeGreaterThan(PIPELINE.drainMs);
    }
  });

  it('gives Redis what the service demands: append-only file, no eviction, a memory limit', () => {
    const { command, volumes } = Service.parse(compose.services['redis']);
    const valueOf = (flag: string): string | undefined => command[command.indexOf(flag) + 1];
    expect(valueOf('--appendonly')).toBe('yes');
    expect(valueOf('--appendfsync')).toBe('everysec');
    expect(valueOf('--maxmemory-policy')).toBe('noeviction');
    expect(valueOf('--maxmemory')).toMatch(/gb/u);
    expect(volumes).toEqual(['redis-data:/data']);
    expect(Object.keys(compose.volumes)).toContain('redis-data');
  });

  it('opens Redis to this machine alone', () => {
    for (const port of Service.parse(compose.services['redis']).ports) {
      expect(port).toMatch(/^127\.0\.0\.1:/u);
    }
  });
});

describe('Dockerfile', () => {
  it('installs from the lock, drops what only the build needs, and runs as a user without rights', async () => {
    const stages = (await read('Dockerfile')).split(/^FROM /mu).slice(1);
    expect(stages).toHaveLength(2);
    expect(stages[0]).toContain('npm ci');
    expect(stages[0]).toContain('npm prune --omit=dev');
    expect(stages[1]).toMatch(/^USER node$/mu);
    expect(stages[1]).toMatch(/^HEALTHCHECK /mu);
    expect(stages[1]).toMatch(/^CMD \["node", "dist\/services\/api\/main\.js"\]$/mu);
  });

  it('leaves what is built or secret on the host out of the image', async () => {
    const ignored = (await read('.dockerignore')).split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['node_modules', 'dist', '.git', '.polywire']));
  });
});

function read(file: string): Promise<string> {
  return readFile(configPath('..', file), 'utf8');
}
