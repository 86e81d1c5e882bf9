import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../services/cli/run-cli.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const NEWS = `# Harbour reopens

The harbour of mexico reopened on january 12. Ships waited for two
days and more.

by Ana Silva (AP)
`;

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function normalize(
  content: string | Buffer,
  { name = 'news.md', flags = [], isTty = false, env = {} }: Partial<RunOptions> = {},
): Promise<Run> {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, name), content);
  let out = '';
  let err = '';
  const code = await runCli({
    argv: ['normalize', name, ...flags],
    env,
    cwd: folder.path,
    stdout: { isTTY: isTty, write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

interface RunOptions {
  readonly name: string;
  readonly flags: readonly string[];
  readonly isTty: boolean;
  readonly env: NodeJS.ProcessEnv;
}

describe('polywire normalize', () => {
  it('tells what is known of the article, with its evidence, and its repairs by rule with the reason', async () => {
    const { code, out } = await normalize(NEWS);
    expect(code).toBe(0);
    expect(out).toMatch(/^Harbour reopens\n/u);
    expect(out).toMatch(/byline +Ana Silva {2}\(pattern, \d+ %\)/u);
    expect(out).toContain('language     English (en)');
    expect(out).toMatch(/month-case: .+ \(\d+ %\)\n {6}january -> January\n/u);
    expect(out).toContain('"by Ana Silva (AP)" became the byline');
  });

  it('shows every change in its place with --diff', async () => {
    const { out } = await normalize(NEWS, { flags: ['--diff'] });
    expect(out).toContain('@@ b2 paragraph: ');
    expect(out).toContain('[-january-]{+January+} 12.');
    expect(out).toContain('two[-⏎-]{+ +}days');
    expect(out).toContain('[-by Ana Silva (AP)-]');
  });

  it.each([
    ['a terminal', true, {}, true],
    ['a terminal under NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['a file', false, {}, false],
  ])('colours changes for %s: %#', async (_where, isTty, env, isColored) => {
    const { out } = await normalize(NEWS, { flags: ['--diff'], isTty, env });
    expect(out.includes('\u001b[')).toBe(isColored);
  });

  it('prints the document and nothing else with --json', async () => {
    const { out } = await normalize(NEWS, { flags: ['--json'] });
    expect(JSON.parse(out)).toMatchObject({
      externalId: 'news',
      meta: { headline: 'Harbour reopens', byline: [{ name: 'Ana Silva' }] },
      overlays: { repairs: expect.arrayContaining([expect.objectContaining({ rule: 'month-case' })]) },
    });
  });

  it('prints Markdown with --md that gives the same article without a repair', async () => {
    const first = await normalize(NEWS, { flags: ['--md'] });
    expect(first.out).toContain('reopened on January 12. Ships waited for two days');
    const again = JSON.parse((await normalize(first.out, { flags: ['--json'] })).out);
    expect(again.meta).toMatchObject({
      headline: 'Harbour reopens',
      byline: [{ name: 'Ana Silva' }],
      agency: 'AP',
    });
    expect(again.overlays.repairs).toEqual([]);
  });

  it('leaves rules out, and knows which there are', async () => {
    const { out } = await normalize(NEWS, { flags: ['--md', '--disable', 'month-case, hard-wrap'] });
    expect(out).toContain('reopened on january 12');
    const wrong = await normalize(NEWS, { flags: ['--disable', 'month-cas'] });
    expect([wrong.code, wrong.err]).toEqual([
      2,
      'polywire: --disable names "month-cas", which is no rule that can be left out: did you mean "month-case"?\n',
    ]);
  });

  it('reads what goes as bytes, and takes a language that is declared', async () => {
    const page = Buffer.from('<h1>Título</h1><p>El niño llegó en enero.</p>');
    const { code, out } = await normalize(page, {
      name: 'page.bin',
      flags: ['--format', 'html', '--locale', 'es', '--json'],
    });
    expect(code).toBe(0);
    expect(JSON.parse(out).sourceLocale).toBe('es');
  });

  it.each([
    ['news.md', [], '', 1, 'The article has no text'],
    ['news.docx', [], 'no archive', 1, ''],
    ['news.xyz', [], 'x', 2, 'name one with --format'],
    ['news.md', ['--locale', '!!'], 'x', 2, '--locale is "!!"'],
    ['news.md', ['--md', '--diff'], 'x', 2, 'name one'],
    ['news.md', ['--format', 'htlm'], 'x', 2, 'did you mean "html"?'],
  ])('answers %s %j in one sentence', async (name, flags, content, ...end) => {
    const [code, sentence] = end;
    const result = await normalize(content, { name, flags });
    expect(result.code).toBe(code);
    expect(result.err).toContain(sentence);
    expect(result.err.trimEnd().split('\n')).toHaveLength(1);
    expect(result.out).toBe('');
  });
});
