import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { CreatedKey } from '../../../services/api/schemas.ts';
import { FindingPage, ListedFinding, MaintenanceReport } from '../../../shared/api/maintenance.ts';
import { createRedisMemory } from '../../../shared/stores/redis-memory.ts';
import { startProcess } from '../../support/processes.ts';
import { requestOf, unitOf } from '../../support/units.ts';
import { type ApiHarness, startApiHarness } from '../api/api-harness.ts';

const READ_ONLY = {
  memories: [
    { name: 'main', penalty: 0, writable: true },
    { name: 'others', penalty: 0, writable: true, tenants: ['someone-else'] },
  ],
  variants: { penalty: 5, never: [] },
};
const WORKER = { POLYWIRE_LOCK_MS: '1000', POLYWIRE_STALLED_MS: '500' };

describe('a look through the memory', () => {
  it('lists what it finds, does what is decided, and takes it back', { timeout: 60_000 }, async () => {
    await using api = await startApiHarness({ memorySettings: READ_ONLY });
    const memory = createRedisMemory(api.client, { settings: READ_ONLY });
    await memory.add([
      unitOf({ source: 'The ferry leaves.', target: 'El ferry sale.', contextBefore: 'a' }),
      unitOf({ source: 'The ferry leaves.', target: 'El barco sale.', contextBefore: 'b' }),
      unitOf({ source: 'At most 250 trucks.', target: 'Como mucho 25 camiones.' }),
      unitOf({ source: 'At most 350 trucks.', target: 'Como mucho 35 camiones.', memory: 'others' }),
    ]);
    await using _worker = await startProcess('workers/maintain', { redisUrl: api.server.url });
    const run = await started(api);
    const done = await ended(api, run.id);
    expect(done).toMatchObject({ state: 'done', units: 3, searched: 1 });
    expect(done.counts).toEqual([
      { kind: 'contradiction', locale: 'es', findings: 1 },
      { kind: 'mismatch', locale: 'es', findings: 1 },
    ]);
    const [contradiction, mismatch] = (await findings(api, run.id)).findings;
    expect(contradiction).toMatchObject({ state: 'open', proposal: 'keep', actions: ['keep', 'leave'] });
    const targets = async () =>
      (await memory.lookup(requestOf(['The ferry leaves.'])))[0]?.map(({ target }) => target.text).toSorted();

    const kept = contradiction?.units[1];
    const settled = await decide(api, run.id, contradiction, { action: 'keep', unitId: kept?.unitId });
    expect(ListedFinding.parse(settled.json())).toMatchObject({ state: 'decided', actions: [] });
    expect(await targets()).toEqual([kept?.target.text]);
    expect((await decide(api, run.id, contradiction, { action: 'leave' })).json()).toMatchObject({
      status: 409,
      code: 'FINDING_OUTDATED',
    });
    const aside = await api.call({ method: 'GET', url: '/v1/memory/set-aside' });
    expect(aside.json()).toMatchObject({ units: [{ unitId: contradiction?.units[0]?.unitId }] });
    await decide(api, run.id, contradiction, { action: 'undo' });
    expect(await targets()).toEqual(['El barco sale.', 'El ferry sale.']);
    expect((await findings(api, run.id)).findings[0]).toEqual(contradiction);

    await decide(api, run.id, mismatch, { action: 'leave' });
    const again = await ended(api, (await started(api)).id);
    expect(again.counts.map(({ kind }) => kind)).toEqual(['contradiction']);

    await memory.add([
      unitOf({
        source: 'The ferry leaves.',
        target: 'El bote sale.',
        contextBefore: 'a',
        provenance: { review: 'approved' },
      }),
    ]);
    expect((await findings(api, run.id)).findings[0]?.state).toBe('outdated');
    expect((await decide(api, run.id, contradiction, { action: 'keep' })).statusCode).toBe(409);
    expect(await targets()).toEqual(['El barco sale.', 'El bote sale.']);
  });

  it('keeps tenants apart, and ends when it is told to', { timeout: 60_000 }, async () => {
    await using api = await startApiHarness({ memorySettings: READ_ONLY });
    const made = await api.call({
      method: 'POST',
      url: '/v1/keys',
      payload: { scopes: ['tm:write'], tenant: 'someone-else' },
    });
    const { secret } = CreatedKey.parse(made.json());
    const run = await started(api);
    const url = `/v1/memory/maintenance/${run.id}`;
    expect((await api.call({ method: 'GET', url, key: secret })).statusCode).toBe(404);
    expect((await api.call({ method: 'POST', url: `${url}/cancel`, key: secret })).statusCode).toBe(404);
    const mine = await api.call({ method: 'GET', url: '/v1/memory/maintenance', key: secret });
    expect(mine.json()).toEqual({ runs: [] });
    const canceled = await api.call({ method: 'POST', url: `${url}/cancel` });
    expect(canceled.json()).toMatchObject({ state: 'canceled' });
    await using _worker = await startProcess('workers/maintain', { redisUrl: api.server.url });
    await ended(api, (await started(api)).id);
    expect(await report(api, run.id)).toMatchObject({ state: 'canceled', units: 0 });
    const refused = await api.call({
      method: 'POST',
      url: '/v1/memory/maintenance',
      payload: { memory: 'others' },
    });
    expect(refused.json()).toMatchObject({ status: 422, errors: [{ pointer: '/memory' }] });
  });

  it('puts nothing back where another translation has the place by now', { timeout: 60_000 }, async () => {
    await using api = await startApiHarness();
    const memory = createRedisMemory(api.client);
    await memory.add([unitOf({ source: 'At most 250.', target: 'Como mucho 25.' })]);
    await using _worker = await startProcess('workers/maintain', { redisUrl: api.server.url });
    const { id } = await ended(api, (await started(api)).id);
    const [finding] = (await findings(api, id)).findings;
    await decide(api, id, finding, { action: 'set-aside' });
    expect((await memory.lookup(requestOf(['At most 250.'])))[0]).toEqual([]);
    await memory.add([unitOf({ source: 'At most 250.', target: 'Como mucho 250.' })]);
    const refused = await decide(api, id, finding, { action: 'undo' });
    expect(refused.json()).toMatchObject({ status: 409, code: 'FINDING_OUTDATED' });
    const unit = `/v1/memory/set-aside/${finding?.units[0]?.unitId ?? ''}`;
    expect((await api.call({ method: 'DELETE', url: unit })).statusCode).toBe(409);
    const [[served] = []] = await memory.lookup(requestOf(['At most 250.']));
    expect(served?.target.text).toBe('Como mucho 250.');
  });

  it('changes nothing in a read-only memory', { timeout: 60_000 }, async () => {
    const settings = { ...READ_ONLY, memories: [{ name: 'main', penalty: 0, writable: false }] };
    await using api = await startApiHarness({ memorySettings: settings });
    await createRedisMemory(api.client).add([unitOf({ source: 'At most 250.', target: 'Como mucho 25.' })]);
    await using _worker = await startProcess('workers/maintain', { redisUrl: api.server.url });
    const { id } = await ended(api, (await started(api)).id);
    const [finding] = (await findings(api, id)).findings;
    expect(finding?.actions).toEqual(['leave']);
    const refused = await decide(api, id, finding, { action: 'set-aside' });
    expect(refused.json()).toMatchObject({ status: 409, code: 'MEMORY_READ_ONLY' });
  });

  it('goes on after its process was killed, and ends with the same findings', {
    timeout: 120_000,
  }, async () => {
    await using api = await startApiHarness();
    const memory = createRedisMemory(api.client);
    const units = Array.from({ length: 30_000 }, (_, at) =>
      unitOf({
        source: `The ferry ${at + 100} leaves at dawn.`,
        target: `El ferry ${at % 100 === 0 ? '' : at + 100} sale.`,
      }),
    );
    await memory.add(units, { bulk: true });
    const first = await startProcess('workers/maintain', { redisUrl: api.server.url, env: WORKER });
    const run = await started(api);
    await until(async () => ((await report(api, run.id)).searched > 0.1 ? true : undefined));
    await first.kill('SIGKILL');
    const cut = await report(api, run.id);
    expect(cut.state).toBe('running');
    await using _second = await startProcess('workers/maintain', { redisUrl: api.server.url, env: WORKER });
    const done = await ended(api, run.id);
    expect(done).toMatchObject({ state: 'done', resumed: 1, units: 30_000 });
    expect(done.counts).toEqual([{ kind: 'mismatch', locale: 'es', findings: 300 }]);
    const { findings: listed, next } = await findings(api, run.id);
    expect(listed.every(({ state }) => state === 'open')).toBe(true);
    expect(next).toBeDefined();
  });
});

async function started(api: ApiHarness): Promise<MaintenanceReport> {
  const answer = await api.call({ method: 'POST', url: '/v1/memory/maintenance', payload: {} });
  expect(answer.statusCode).toBe(202);
  return MaintenanceReport.parse(answer.json());
}

async function report(api: ApiHarness, id: string): Promise<MaintenanceReport> {
  return MaintenanceReport.parse(
    (await api.call({ method: 'GET', url: `/v1/memory/maintenance/${id}` })).json(),
  );
}

async function ended(api: ApiHarness, id: string): Promise<MaintenanceReport> {
  return until(async () => {
    const run = await report(api, id);
    return run.state === 'running' || run.state === 'waiting' ? undefined : run;
  });
}

async function findings(api: ApiHarness, id: string): Promise<FindingPage> {
  const url = `/v1/memory/maintenance/${id}/findings`;
  return FindingPage.parse((await api.call({ method: 'GET', url })).json());
}

async function decide(api: ApiHarness, run: string, finding: ListedFinding | undefined, payload: object) {
  const url = `/v1/memory/maintenance/${run}/findings/${finding?.id ?? ''}`;
  return api.call({ method: 'POST', url, payload });
}

async function until<Value>(find: () => Promise<Value | undefined>): Promise<Value> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const found = await find();
    if (found !== undefined) {
      return found;
    }
    await sleep(25);
  }
  throw new Error('nothing within 30 s');
}
