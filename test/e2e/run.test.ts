import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { runCliProcess } from './cli-process.ts';

describe('polywire run', () => {
  it('processes files of several formats in one process', async () => {
    await using folder = await temporaryFolder();
    const note = join(folder.path, 'note.txt');
    const page = join(folder.path, 'page.html');
    await writeFile(note, 'The river rose by two metres.\n');
    await writeFile(page, '<h1>The bridge</h1><p>The bridge is <em>closed</em>.</p>');
    const args = ['run', note, page, '--to', 'es,ar', '--out', join(folder.path, 'site'), '--json'];
    const { code, out, err, left } = await runCliProcess(args);
    expect({ code, err }).toMatchObject({ code: 0 });
    expect(JSON.parse(out)).toMatchObject([{ status: { state: 'done' } }, { status: { state: 'done' } }]);
    for (const path of ['note/es.html', 'note/ar.json', 'page/ar.md', 'page/es.html']) {
      expect(existsSync(join(folder.path, 'site', path))).toBe(true);
    }
    expect(left).toEqual([]);
  });

  it('starts nothing for a command line that cannot work', async () => {
    await using folder = await temporaryFolder();
    const missing = join(folder.path, 'missing.md');
    const { code, err } = await runCliProcess(['run', missing, '--to', 'es']);
    expect(code).toBe(2);
    expect(err).toBe(`polywire: ${missing} cannot be read: there is no such file\n`);
  });

  it('refuses two files that would write to the same folder', async () => {
    const { code, err } = await runCliProcess(['run', 'a/news.md', 'b/news.md']);
    expect(code).toBe(2);
    expect(err).toContain('would both write to "news"');
  });
});
