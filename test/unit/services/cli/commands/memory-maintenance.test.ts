import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../../services/cli/run-cli.ts';
import { answer, refuse, type Script, scriptedService } from '../scripted-service.ts';

const RUN = {
  id: 'r1',
  kinds: ['contradiction'],
  state: 'waiting',
  startedBy: 'k1',
  startedAt: 0,
  updatedAt: 0,
  resumed: 0,
  searched: 0,
  units: 0,
  counts: [],
};
const FINDING = {
  id: '0a1b2c3d4e5f60718293',
  kind: 'contradiction',
  sourceLocale: 'en',
  locale: 'es',
  memory: 'main',
  state: 'decided',
  units: [],
  why: [{ rule: 'target-words', message: 'It has “a” where the first one has “b”' }],
  proposal: 'keep',
  actions: [],
  decision: { action: 'keep', setAside: [], by: 'k1', at: 0 },
};

const outdated: Script = (_seen, response) => refuse(response, { status: 409 });

describe('the commands that tidy the memory', () => {
  it('start a run with what was asked for, wait for its end and count what was found', async () => {
    const counts = [{ kind: 'contradiction', locale: 'es', findings: 3 }];
    const { code, out, seen } = await cli(
      ['memory', 'maintain', '--to', 'es', '--kind', 'contradiction'],
      ({ method }, response) =>
        answer(response, method === 'POST' ? RUN : { ...RUN, state: 'done', units: 9, searched: 1, counts }),
    );
    expect(code).toBe(0);
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/v1/memory/maintenance' });
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ kinds: ['contradiction'], locale: 'es' });
    expect(out).toContain('Run r1: done, 9 units looked at (100 %)');
    expect(out).toMatch(/contradiction +es +3/u);
  });

  it('list findings with the words, and do what is decided about one', async () => {
    const list = await cli(['memory', 'findings', 'r1', '--kind', 'contradiction'], (_seen, response) =>
      answer(response, { findings: [FINDING], next: 'c1' }),
    );
    expect(list.seen[0]?.url).toBe('/v1/memory/maintenance/r1/findings?kind=contradiction');
    expect(list.out).toContain('It has “a” where the first one has “b”');
    expect(list.err).toContain('--after c1');
    const decide = await cli(['memory', 'decide', 'r1', FINDING.id, '--action', 'keep'], (_seen, response) =>
      answer(response, FINDING),
    );
    expect(JSON.parse(decide.seen[0]?.body ?? '')).toEqual({ action: 'keep' });
    expect(decide.out).toContain('decided (keep by k1)');
  });

  it('end with 5 where a finding no longer holds, and with 2 without an action', async () => {
    const argv = ['memory', 'decide', 'r1', FINDING.id];
    expect((await cli([...argv, '--action', 'leave'], outdated)).code).toBe(5);
    expect((await cli(argv, outdated)).code).toBe(2);
  });
});

async function cli(argv: readonly string[], script: Script) {
  await using service = await scriptedService(script);
  let out = '';
  let err = '';
  const code = await runCli({
    argv: [...argv, '--api', service.url],
    env: { POLYWIRE_API_KEY: 'pw_test' },
    cwd: '/',
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    signal: new AbortController().signal,
  });
  return { code, out, err, seen: service.seen };
}
