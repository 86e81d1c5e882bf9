import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { configPath } from '../../config/project-root.ts';
import { runCliProcess } from './cli-process.ts';

const SAMPLE = configPath('samples', 'article.md');

const SRX = `<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="yes"/><body>
<languagerules><languagerule languagerulename="all"><rule break="yes"><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule></languagerule></languagerules>
<maprules><languagemap languagepattern=".*" languagerulename="all"/></maprules></body></srx>`;

describe('polywire normalize', () => {
  it('needs no Redis and leaves nothing running', async () => {
    const { code, out, err, left } = await runCliProcess(['normalize', SAMPLE, '--diff'], {
      POLYWIRE_REDIS_SERVER: '/nowhere',
      PATH: '/nowhere',
    });
    expect({ code, err, left }).toEqual({ code: 0, err: '', left: [] });
    expect(out).toContain('[-april-]{+April+}');
  });

  it('cuts sentences by the SRX files that the service has', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'polywire-srx-'));
    try {
      const files = { srx: join(folder, 'rules.srx'), article: join(folder, 'pier.md') };
      await writeFile(files.srx, SRX);
      await writeFile(files.article, 'The pier is open; the harbour is not.\n');
      const { out } = await runCliProcess(['normalize', files.article, '--locale', 'en', '--json'], {
        POLYWIRE_SRX: files.srx,
      });
      expect(out).toContain('"text": "The pier is open;"');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('reads standard input, and ends quietly when its reader has seen enough', async () => {
    const command = `"${process.execPath}" dist/services/cli/main.js normalize - --format markdown --json | head -c 20`;
    const shell = spawn('/bin/sh', ['-c', command], { cwd: configPath('..') });
    shell.stdin.end('# Hello\n\nThe minister arrived on may 3.\n');
    const [out, err] = await Promise.all([text(shell.stdout), text(shell.stderr), once(shell, 'close')]);
    expect(out).toMatch(/^\{\n {2}"id": "a0/u);
    expect(err).toBe('');
  });
});
