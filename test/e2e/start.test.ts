import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { configPath } from '../../config/project-root.ts';
import { QUEUE_NAMES } from '../../shared/queue/contract.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type CliProcess, runCliProcess, startCli } from './cli-process.ts';

const Announced = z.object({
  api: z.url(),
  dashboard: z.url(),
  keyFile: z.string(),
  processes: z.array(z.object({ name: z.string(), pid: z.int() })),
});

describe('polywire start', () => {
  it('runs every process, keeps its data over a restart, and drains on Ctrl+C', async () => {
    await using folder = await temporaryFolder();
    const env = { POLYWIRE_DATA_DIR: join(folder.path, 'data') };
    const file = join(folder.path, 'note.md');
    await writeFile(file, '# A note\n\nThe river rose by two metres.\n');

    const first = await start(env);
    expect(first.announced.processes.map(({ name }) => name)).toEqual([...QUEUE_NAMES, 'api', 'dashboard']);
    expect((await stat(first.announced.keyFile)).mode & 0o777).toBe(0o600);
    const at = ['--api', first.announced.api];
    const submitted = await runCliProcess(['submit', file, '--to', 'es', '--wait', '--json', ...at], env);
    expect(submitted).toMatchObject({ code: 0 });
    expect(JSON.parse(submitted.out)).toMatchObject({ externalId: 'note', state: 'done' });
    const pulled = await runCliProcess(
      ['pull', 'note', '--locale', 'es', '--format', 'md', '--out', '-', ...at],
      env,
    );
    expect(pulled.out).toContain('river');
    await stop(first.cli, 'SIGINT');

    const second = await start(env);
    const status = await runCliProcess(['status', 'note', '--json', '--api', second.announced.api], env);
    expect(JSON.parse(status.out)).toMatchObject({ externalId: 'note', state: 'done' });
    await stop(second.cli, 'SIGTERM');
  });

  it('starts a worker again that was killed, and finishes its article', async () => {
    await using folder = await temporaryFolder();
    const env = { POLYWIRE_DATA_DIR: join(folder.path, 'data') };
    const file = join(folder.path, 'note.md');
    await writeFile(file, '# A note\n\nThe river rose by two metres.\n');
    const { cli, announced } = await start(env);
    for (const { name, pid } of announced.processes) {
      if (name === 'normalize' || name === 'render') {
        process.kill(pid, 'SIGKILL');
      }
    }
    const args = ['submit', file, '--to', 'es', '--wait', '--json', '--api', announced.api];
    const submitted = await runCliProcess(args, env);
    expect(JSON.parse(submitted.out)).toMatchObject({ state: 'done' });
    expect(cli.err()).toMatch(
      /render: was ended by SIGKILL; starting it again in 500 ms \(log: .*render\.log\)/u,
    );
    await stop(cli, 'SIGTERM');
  });

  it('fills and gives back its memory, and is found healthy', async () => {
    await using folder = await temporaryFolder();
    const env = { POLYWIRE_DATA_DIR: join(folder.path, 'data') };
    const { cli, announced } = await start(env);
    const at = ['--api', announced.api];
    const tmx = configPath('samples', 'memory.tmx');
    const imported = await runCliProcess(['memory', 'import', tmx, '--json', ...at], env);
    expect(imported.code).toBe(0);
    expect(JSON.parse(imported.out)).toMatchObject({ created: expect.toSatisfy((count) => count > 0) });
    const exported = await runCliProcess(['memory', 'export', '--locale', 'vi', ...at], env);
    expect(exported.out).toMatch(/^<\?xml[\s\S]*<tuv xml:lang="vi"[\s\S]*<\/tmx>\s*$/u);
    const doctor = await runCliProcess(['doctor', ...at], { ...PORTS, ...env });
    expect(doctor.out).toMatch(/^ok +service +http.* is ready$/mu);
    expect(doctor.code).toBe(0);
    await stop(cli, 'SIGTERM');
  });

  it('refuses a second service on the same data', async () => {
    await using folder = await temporaryFolder();
    const env = { POLYWIRE_DATA_DIR: join(folder.path, 'data') };
    const { cli } = await start(env);
    const second = await runCliProcess(['start'], { ...PORTS, ...env });
    expect(second.code).toBe(1);
    expect(second.err).toContain(`Another Polywire (process ${String(cli.child.pid)}) runs on`);
    await stop(cli, 'SIGTERM');
  });

  it('leaves nothing running when it is killed itself', async () => {
    await using folder = await temporaryFolder();
    const { cli } = await start({ POLYWIRE_DATA_DIR: join(folder.path, 'data') });
    cli.child.kill('SIGKILL');
    await expect.poll(cli.descendants, { timeout: 30_000 }).toEqual([]);
  });
});

const PORTS = { POLYWIRE_API_PORT: '0', POLYWIRE_DASHBOARD_PORT: '0' };

async function start(
  env: Readonly<Record<string, string>>,
): Promise<{ cli: CliProcess; announced: z.infer<typeof Announced> }> {
  const cli = startCli(['start', '--json'], { ...PORTS, ...env });
  const ended = cli.ended.then((code) => `ended with ${String(code)}: ${cli.err()}`);
  const deadline = performance.now() + 30_000;
  while (cli.out() === '' && performance.now() < deadline) {
    const outcome = await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 50))]);
    expect(outcome).toBeUndefined();
  }
  return { cli, announced: Announced.parse(JSON.parse(cli.out())) };
}

async function stop(cli: CliProcess, signal: NodeJS.Signals): Promise<void> {
  cli.child.kill(signal);
  expect(await cli.ended).toBe(0);
  expect(cli.err()).toContain('Everything has stopped.');
  expect(cli.err()).not.toContain('killed');
  expect(await cli.descendants()).toEqual([]);
}
