import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ImportList, ImportReceipt } from '../../../shared/api/memory-import.ts';
import { startProcess } from '../../support/processes.ts';
import { startRedis } from '../../support/redis.ts';

const KEY = 'pw_test_0123456789abcdef0123456789abcdef';
const AUTHORIZATION = `Bearer ${KEY}`;
const UNITS = 4000;
const FILE = `en,es\n${Array.from({ length: UNITS }, (_, at) => `The ferry ${at} leaves at dawn,El ferry ${at} sale al alba\n`).join('')}`;
const DIGEST = `sha-256=:${createHash('sha256').update(FILE).digest('base64')}:`;

describe('an API that is killed in the middle of an import', () => {
  it('goes on with the same file, and ends as if nothing had been', { timeout: 120_000 }, async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'pw-import-'));
    await using redis = await startRedis();
    const api = await startApi(redis.url, dataDir);
    const broken = send(api.url ?? '', halfAndWait()).catch(() => 'cut off');
    const before = await until(async () => {
      const [first] = ImportList.parse(await get(api.url ?? '', '/v1/memory/imports')).imports;
      return first !== undefined && first.created >= 1500 ? first : undefined;
    });
    await api.kill('SIGKILL');
    expect(await broken).toBe('cut off');
    expect(before.state).toBe('running');

    await using second = await startApi(redis.url, dataDir);
    const receipt = ImportReceipt.parse(await (await send(second.url ?? '', FILE)).json());
    expect(receipt).toMatchObject({ id: before.id, state: 'done', resumed: 1, refused: 0, merged: 0 });
    expect(receipt.created + receipt.kept).toBe(UNITS);
    expect(receipt.kept).toBeLessThanOrEqual(500); // a batch that was filed and not yet noted

    await using other = await startRedis();
    await using undisturbed = await startApi(other.url, await mkdtemp(join(tmpdir(), 'pw-import-')));
    await (await send(undisturbed.url ?? '', FILE)).arrayBuffer();
    expect(await exported(second.url ?? '')).toBe(await exported(undisturbed.url ?? ''));
    await rm(dataDir, { recursive: true, force: true });
  });
});

async function startApi(redisUrl: string, dataDir: string): ReturnType<typeof startProcess> {
  const env = { POLYWIRE_API_PORT: '0', POLYWIRE_BOOTSTRAP_KEY: KEY };
  return startProcess('services/api', { redisUrl, dataDir, env });
}

/** The first half of the file, and then nothing for as long as the connection lasts. */
function halfAndWait(): ReadableStream {
  return new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode(FILE.slice(0, FILE.length / 2))),
  });
}

async function send(url: string, body: string | ReadableStream): Promise<Response> {
  return fetch(`${url}/v1/memory/import?file=ferries.csv`, {
    method: 'POST',
    body,
    duplex: 'half',
    headers: {
      authorization: AUTHORIZATION,
      'content-type': 'text/csv',
      'repr-digest': DIGEST,
    },
  });
}

async function get(url: string, path: string): Promise<unknown> {
  return (await fetch(`${url}${path}`, { headers: { authorization: AUTHORIZATION } })).json();
}

async function exported(url: string): Promise<string> {
  const response = await fetch(`${url}/v1/memory/export?format=csv`, {
    headers: { authorization: AUTHORIZATION },
  });
  return z
    .string()
    .min(1000)
    .parse(await response.text());
}

async function until<Value>(find: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 400; tries += 1) {
    const found = await find();
    if (found !== undefined) {
      return found;
    }
    await sleep(25);
  }
  throw new Error('nothing within 10 s');
}
