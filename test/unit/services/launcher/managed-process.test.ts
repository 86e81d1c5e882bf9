import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ManagedProcess, startManagedProcess } from '../../../../services/launcher/managed-process.ts';
import type { ServiceEvent } from '../../../../services/launcher/service-event.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const READY = "process.send({ ready: true, url: 'http://127.0.0.1:1' });";
const STAY = 'setInterval(() => undefined, 1000);';
const DRAIN = "process.on('SIGTERM', () => { console.log('drained'); process.exit(0); });";

describe('startManagedProcess', () => {
  it('waits until the process is ready, and knows where it listens', async () => {
    await using folder = await temporaryFolder();
    await using started = await start(folder.path, `${DRAIN} setTimeout(() => { ${READY} }, 50); ${STAY}`);
    expect(started.child.url).toBe('http://127.0.0.1:1');
    expect(started.events.map(({ kind }) => kind)).toEqual(['ready']);
  });

  it('drains with SIGTERM and keeps what the process wrote', async () => {
    await using folder = await temporaryFolder();
    const started = await start(folder.path, `${DRAIN} ${READY} ${STAY}`);
    await started[Symbol.asyncDispose]();
    expect(started.events.at(-1)).toEqual({ kind: 'stopped', name: 'part', forced: false });
    await expect.poll(() => readFile(join(folder.path, 'part.log'), 'utf8')).toContain('drained');
    expect(isAlive(started.pid)).toBe(false);
  });

  it('kills a process that does not drain in time, and says so', async () => {
    await using folder = await temporaryFolder();
    const started = await start(folder.path, `process.on('SIGTERM', () => undefined); ${READY} ${STAY}`);
    await started[Symbol.asyncDispose]();
    expect(started.events.at(-1)).toEqual({ kind: 'stopped', name: 'part', forced: true });
    expect(isAlive(started.pid)).toBe(false);
  });

  it('starts a crashed process again', async () => {
    await using folder = await temporaryFolder();
    await using started = await start(folder.path, `${DRAIN} ${READY} ${STAY}`);
    process.kill(started.pid, 'SIGKILL');
    await expect
      .poll(() => started.events.filter(({ kind }) => kind === 'ready').length, { timeout: 5000 })
      .toBe(2);
    expect(started.events[1]).toMatchObject({ kind: 'crashed', how: 'was ended by SIGKILL', pauseMs: 500 });
    expect(started.child.pid).not.toBe(started.pid);
  });

  it('fails with the last words of a process that ends before it is ready', async () => {
    await using folder = await temporaryFolder();
    const failing = start(folder.path, "process.stderr.write('part: no such port\\n'); process.exit(1);");
    await expect(failing).rejects.toThrow(
      /part ended with code 1, saying: part: no such port \(log: .*part\.log\)/u,
    );
  });

  it('reports log lines from warn on, with their error', async () => {
    await using folder = await temporaryFolder();
    const lines = [
      { level: 30, msg: 'fine' },
      { level: 40, msg: 'slow' },
      { level: 50, msg: 'broken', err: { message: 'why' } },
    ].map((line) => `console.log(${JSON.stringify(JSON.stringify(line))});`);
    await using started = await start(folder.path, `${DRAIN} ${lines.join('')} ${READY} ${STAY}`);
    await expect
      .poll(() => started.events.filter(({ kind }) => kind === 'log'))
      .toEqual([
        { kind: 'log', name: 'part', level: 'warn', message: 'slow' },
        { kind: 'log', name: 'part', level: 'error', message: 'broken: why' },
      ]);
  });
});

interface Started extends AsyncDisposable {
  readonly child: ManagedProcess;
  readonly pid: number;
  readonly events: ServiceEvent[];
}

async function start(folder: string, script: string): Promise<Started> {
  const entry = join(folder, 'part.mjs');
  await writeFile(entry, script);
  const events: ServiceEvent[] = [];
  const child = await startManagedProcess({
    name: 'part',
    entry,
    env: process.env,
    logFile: join(folder, 'part.log'),
    graceMs: 300,
    on: (event) => events.push(event),
  });
  return { child, pid: child.pid ?? 0, events, [Symbol.asyncDispose]: () => child[Symbol.asyncDispose]() };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
