import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_TARGETS } from '../../config/locales.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { runCliProcess, startCli } from './cli-process.ts';

describe('polywire demo', () => {
  it('takes the sample article into every locale and leaves nothing running', async () => {
    await using folder = await temporaryFolder();
    const { code, out, err, left } = await runCliProcess(['demo', '--out', folder.path]);
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(left).toEqual([]);
    expect(DEFAULT_TARGETS.length).toBeGreaterThanOrEqual(10);
    for (const locale of DEFAULT_TARGETS) {
      expect(await readFile(join(folder.path, 'article', `${locale}.html`), 'utf8')).toContain(
        `lang="${locale}"`,
      );
      expect(existsSync(join(folder.path, 'article', `${locale}.md`))).toBe(true);
      expect(JSON.parse(await readFile(join(folder.path, 'article', `${locale}.json`), 'utf8'))).toBeTypeOf(
        'object',
      );
      expect(out).toMatch(new RegExp(`^ +${locale} +\\d+ +\\d+ %`, 'mu'));
      expect(err).toMatch(new RegExp(`^${locale} +100 % +done$`, 'mu'));
    }
    expect(out).toMatch(/Repaired in the source: \d+ by \d+ rules\n/u);
    expect(out).toMatch(/april -> April/u);
  });

  it('takes a file and locales of the caller', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'short note.md');
    await writeFile(file, '# A note\n\nThe minister arrived on january 12. She left a day later.\n');
    const { code, out, err } = await runCliProcess([
      'demo',
      file,
      '--to',
      'vi,es',
      '--out',
      folder.path,
      '--json',
    ]);
    expect({ code, err }).toMatchObject({ code: 0 });
    const result: unknown = JSON.parse(out);
    expect(result).toMatchObject({
      status: { state: 'done', locales: { es: {}, vi: {} } },
      repairs: [expect.objectContaining({ before: expect.stringContaining('january') })],
      files: ['vi', 'es'].flatMap((locale) =>
        ['html', 'md', 'json'].map((format) => join(folder.path, 'short-note', `${locale}.${format}`)),
      ),
    });
  });

  it('says in words why an article fails, with exit code 1, and still leaves nothing running', async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, 'empty.md');
    await writeFile(file, '![]()\n');
    const { code, err, left } = await runCliProcess(['demo', file, '--to', 'es', '--out', folder.path]);
    expect(code).toBe(1);
    expect(err).toContain('SOURCE_EMPTY');
    expect(left).toEqual([]);
  });

  it('stops everything when it is interrupted', async () => {
    await using folder = await temporaryFolder();
    const demo = startCli(['demo', '--out', folder.path]);
    await expect.poll(demo.err, { timeout: 20_000 }).toContain('All are ready');
    demo.child.kill('SIGINT');
    expect(await demo.ended).toBe(130);
    expect(await demo.descendants()).toEqual([]);
  });
});
