import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../../services/cli/run-cli.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const NEWS = `# Harbour reopens

Minister Ana Silva reopened the harbour of Mexico on May 3 for $2 million. Silva <b>left</b> after two days.
`;

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function entities(content: string, flags: readonly string[] = [], isTty = false): Promise<Run> {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'news.md'), content);
  let out = '';
  let err = '';
  const code = await runCli({
    argv: ['entities', 'news.md', ...flags],
    env: {},
    cwd: folder.path,
    stdout: { isTTY: isTty, write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    signal: new AbortController().signal,
  });
  return { code, out, err };
}

describe('polywire entities', () => {
  it('marks every mention in the text with its type and number', async () => {
    const { code, out } = await entities(NEWS);
    expect(code).toBe(0);
    expect(out).toContain(
      'Minister [Ana Silva PER 1] reopened the harbour of [Mexico LOC 2] on [May 3 DATE 3]',
    );
    expect(out).toContain('[Silva PER 1] left after [two days DURATION 5].');
  });

  it('tells of each entity its type, mentions, value or link, and why', async () => {
    const { out } = await entities(NEWS, ['--published', '2026-05-10']);
    expect(out).toMatch(/\n1 {2}Ana Silva +PER +2 +\d+ % +local:per:ana-silva +.*Surname of Ana Silva/u);
    expect(out).toMatch(/\n2 {2}Mexico +LOC country +1 +95 % +Q96 +Name in the gazetteer/u);
    expect(out).toMatch(/\n3 {2}May 3 +DATE +1 +\d+ % +2026-05-03 .*Counted from the publication date/u);
    expect(out).toMatch(/\n4 {2}\$2 million +MONEY +1 +\d+ % +USD 2000000/u);
  });

  it('shows the names of the locales that are asked for', async () => {
    const { out } = await entities(NEWS, ['--names', 'es,ja']);
    expect(out).toMatch(/\n# {2}name {7}es {6}ja\n/u);
    expect(out).toMatch(/\n2 {2}Mexico {5}México {2}メキシコ\n/u);
    expect(out).toMatch(/\n1 {2}Ana Silva {2}- {7}アナ・シルバ \(unverified\)\n/u);
    expect((await entities(NEWS)).out).not.toContain('México');
  });

  it('says the same without colour as with it', async () => {
    const colored = (await entities(NEWS, [], true)).out;
    expect(colored).toContain('\u001b[');
    // oxlint-disable-next-line no-control-regex -- colours are control sequences
    expect(colored.replaceAll(/\u001b\[\d+m/gu, '')).toBe((await entities(NEWS)).out);
  });

  it('prints document and entities as JSON, every mention equal to its slice', async () => {
    const { out } = await entities(NEWS, ['--json']);
    const { document, entities: found } = JSON.parse(out);
    const texts = new Map(document.segments.map(({ id, text }: { id: string; text: string }) => [id, text]));
    expect(found.mentions.length).toBeGreaterThan(4);
    for (const { segmentId, span, text } of found.mentions) {
      expect(String(texts.get(segmentId)).slice(span.start, span.end)).toBe(text);
    }
  });

  it.each([
    [['--published', 'soon'], '--published is "soon"; expected a date such as 2026-01-13'],
    [['--locale', 'no such'], '--locale is "no such"; expected a locale such as "en" or "pt-BR"'],
    [['--names', 'tlh'], '"tlh"'],
  ])('refuses %j with what was expected', async (flags, sentence) => {
    const { code, err } = await entities(NEWS, flags);
    expect(code).not.toBe(0);
    expect(err).toContain(sentence);
  });

  it('reads an article in which nothing is named', async () => {
    const { code, out } = await entities('It was quiet.\n');
    expect([code, out]).toEqual([0, 'It was quiet.\n\nNothing was recognized.\n']);
  });
});
