import { describe, expect, it } from 'vitest';
import { createBars, createLines, type ProgressRow } from '../../../../../services/cli/terminal/progress.ts';
import { createStyle } from '../../../../../services/cli/terminal/style.ts';
import { createTerminal } from '../../../../../services/cli/terminal/terminal.ts';

const UP = '\u001b[2A';

describe('createBars', () => {
  it('draws a row per locale, then draws over it', () => {
    const written: string[] = [];
    const bars = createBars({
      write: (text) => written.push(text),
      style: createStyle(false),
      columns: 80,
      rows: 24,
    });
    bars.update([row('es', 0, 'normalize'), row('pt-BR', 0, 'normalize')]);
    bars.update([row('es', 50, 'tm-lookup'), row('pt-BR', 100, 'done')]);
    expect(plain(written[0])).toBe(
      `  es     ${'░'.repeat(24)}    0 %  normalize\n  pt-BR  ${'░'.repeat(24)}    0 %  normalize\n`,
    );
    expect(written[1]?.startsWith(UP)).toBe(true);
    expect(plain(written[1])).toContain(`  es     ${'█'.repeat(12)}${'░'.repeat(12)}   50 %  tm-lookup\n`);
  });

  it('writes nothing where nothing has changed', () => {
    const written: string[] = [];
    const bars = createBars({
      write: (text) => written.push(text),
      style: createStyle(false),
      columns: 80,
      rows: 24,
    });
    bars.update([row('es', 0, 'normalize')]);
    bars.update([row('es', 0, 'normalize')]);
    expect(written).toHaveLength(1);
  });

  it('keeps each row on one line of the terminal', () => {
    const written: string[] = [];
    const bars = createBars({
      write: (text) => written.push(text),
      style: createStyle(false),
      columns: 60,
      rows: 24,
    });
    bars.update([row('es', 10, `render failed: ${'long '.repeat(40)}`)]);
    expect(
      Math.max(
        ...plain(written[0])
          .split('\n')
          .map(({ length }) => length),
      ),
    ).toBeLessThan(60);
  });

  it('writes plain lines where the terminal has not enough of them', () => {
    const written: string[] = [];
    const bars = createBars({
      write: (text) => written.push(text),
      style: createStyle(false),
      columns: 80,
      rows: 2,
    });
    bars.update([row('es', 0, 'normalize'), row('vi', 0, 'normalize')]);
    expect(written.join('')).toBe('es    0 %  normalize\nvi    0 %  normalize\n');
  });
});

it('writes a plain line for each row that changed', () => {
  const written: string[] = [];
  const lines = createLines((text) => written.push(text));
  lines.update([row('es', 0, 'normalize'), row('vi', 0, 'normalize')]);
  lines.update([row('es', 100, 'done'), row('vi', 0, 'normalize')]);
  expect(written).toEqual(['es    0 %  normalize\n', 'vi    0 %  normalize\n', 'es  100 %  done\n']);
});

describe('createTerminal', () => {
  it.each([
    [{}, true],
    [{ NO_COLOR: '1' }, false],
    [{ CI: 'true' }, false],
    [{ TERM: 'dumb' }, false],
  ])('with %j in the environment draws in place: %s', (env, isLive) => {
    const written: string[] = [];
    const stderr = { isTTY: true, columns: 80, rows: 24, write: (text: string) => written.push(text) };
    const terminal = createTerminal({ stdout: { write: () => true }, stderr, env, json: false });
    terminal.progress().update([row('es', 0, 'normalize')]);
    expect(written.join('').includes('░')).toBe(isLive);
  });

  it('under --json prints the result alone on standard output', () => {
    const out: string[] = [];
    const stdout = { write: (text: string) => out.push(text) };
    const terminal = createTerminal({ stdout, stderr: { write: () => true }, env: {}, json: true });
    terminal.print('for people');
    terminal.note('on the other stream');
    terminal.result({ ok: true });
    expect(JSON.parse(out.join(''))).toEqual({ ok: true });
  });
});

function row(label: string, percent: number, text: string): ProgressRow {
  return { label, percent, text, mood: percent === 100 ? 'good' : 'running' };
}

function plain(text: string | undefined): string {
  // oxlint-disable-next-line no-control-regex -- escape sequences are what is taken out
  return (text ?? '').replaceAll(/\u001b\[\d+[A-Za-z]/gu, '');
}
