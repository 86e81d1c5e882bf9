import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../services/cli/run-cli.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { answer, refuse, type Script, scriptedService, statusOf } from './scripted-service.ts';

const RECEIPT = {
  articleId: 'a00000000000000000000',
  externalId: 'news',
  version: 1,
  outcome: 'accepted',
  targetLocales: ['es'],
  links: { status: '/s', events: '/e' },
};

describe('runCli', () => {
  it.each([[[]], [['--help']], [['help']]])('shows the program help for %j', async (argv) => {
    const { code, out } = await cli(argv);
    expect(out).toContain('Usage: polywire COMMAND [options]');
    expect(code).toBe(0);
  });

  it.each([[['help', 'pull']], [['pull', '--help']]])('shows the help of a command for %j', async (argv) => {
    expect((await cli(argv)).out).toContain('Usage: polywire pull ID [options]');
  });

  it('prints its version', async () => {
    expect((await cli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/u);
  });

  it('ends with 2 and one sentence on standard error for a wrong command line', async () => {
    const { code, out, err } = await cli(['status', '--jason']);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toBe('polywire: "polywire status" has no option "--jason": did you mean "--json"?\n');
  });

  it('ends with 4 where no service answers, and says so as JSON where that was asked for', async () => {
    const { code, out } = await cli(['status', '--json', '--api', 'http://127.0.0.1:1']);
    expect(code).toBe(4);
    expect(JSON.parse(out)).toMatchObject({ error: { exit: 'unreachable' } });
  });

  it('shows a stack trace to those who ask for it alone', async () => {
    const argv = ['status', '--api', 'http://127.0.0.1:1'];
    expect((await cli(argv)).err).not.toContain('    at ');
    expect((await cli(argv, { POLYWIRE_DEBUG: '1' })).err).toContain('    at ');
  });
});

describe('submit', () => {
  it('waits with --wait and ends with 3 for an article that is done in part', async () => {
    const failed = { state: 'failed', at: 1, error: { code: 'STAGE_TIMEOUT', message: 'Too long' } } as const;
    const status = statusOf({
      state: 'partial',
      locales: { es: { 'tm-lookup': { state: 'done', at: 1 }, render: failed } },
    });
    const { code, err } = await submit(['--wait'], ({ method }, response) => {
      if (method === 'PUT') {
        answer(response, RECEIPT, 202);
      } else {
        response.end(`event: status\ndata: ${JSON.stringify(status)}\n\n`);
      }
    });
    expect(code).toBe(3);
    expect(err).toContain('es, render: Too long (STAGE_TIMEOUT)');
  });

  it('ends with 5 when the version exists with other content', async () => {
    const { code, err } = await submit([], (_seen, response) =>
      refuse(response, {
        status: 409,
        code: 'VERSION_CONFLICT',
        detail: 'Version 1 exists with other content',
      }),
    );
    expect(code).toBe(5);
    expect(err).toContain('Version 1 exists with other content');
  });

  it('sends the article under the id and version that were named', async () => {
    const { seen } = await submit(['--id', 'desk-1', '--version', '3'], (_seen, response) =>
      answer(response, RECEIPT, 202),
    );
    expect(seen[0]?.url).toBe('/v1/articles/desk-1/versions/3');
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ format: 'markdown', content: 'Text.' });
  });

  it('refuses a version that is no number before it sends anything', async () => {
    const { code, seen } = await submit(['--version', 'two'], (_seen, response) => answer(response, RECEIPT));
    expect(code).toBe(2);
    expect(seen).toEqual([]);
  });
});

describe('status', () => {
  it('lists articles, and says when there is none', async () => {
    await using service = await scriptedService((_seen, response) => answer(response, { items: [] }));
    expect((await cli(['status', '--api', service.url])).out).toBe('No article has been submitted yet.\n');
  });

  it('prints the whole status as JSON', async () => {
    await using service = await scriptedService((_seen, response) => answer(response, statusOf()));
    const { out } = await cli(['status', 'news', '--json', '--api', service.url]);
    expect(JSON.parse(out)).toEqual(statusOf());
  });
});

describe('retry, cancel and kill', () => {
  it.each(['retry', 'cancel', 'kill'])('%s asks the service to', async (action) => {
    await using service = await scriptedService((_seen, response) => answer(response, statusOf(), 202));
    const { code } = await cli([action, 'news', '--api', service.url]);
    expect(code).toBe(0);
    expect(service.seen[0]).toMatchObject({ method: 'POST', url: `/v1/articles/news/${action}` });
  });
});

async function submit(
  flags: readonly string[],
  script: Script,
): Promise<Awaited<ReturnType<typeof cli>> & { seen: readonly { url: string; body: string }[] }> {
  await using service = await scriptedService(script);
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'news.md');
  await writeFile(file, 'Text.');
  const result = await cli(['submit', file, '--api', service.url, ...flags]);
  return { ...result, seen: service.seen };
}

async function cli(
  argv: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const code = await runCli({
    argv,
    env,
    cwd: '/',
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    signal: new AbortController().signal,
  });
  return { code, out, err };
}
