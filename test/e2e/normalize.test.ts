import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { configPath } from '../../config/project-root.ts';
import { runCliProcess } from './cli-process.ts';

const SAMPLE = configPath('samples', 'article.md');

describe('polywire normalize', () => {
  it('needs no Redis and leaves nothing running', async () => {
    const { code, out, err, left } = await runCliProcess(['normalize', SAMPLE, '--diff'], {
      POLYWIRE_REDIS_SERVER: '/nowhere',
      PATH: '/nowhere',
    });
    expect({ code, err, left }).toEqual({ code: 0, err: '', left: [] });
    expect(out).toContain('[-april-]{+April+}');
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
