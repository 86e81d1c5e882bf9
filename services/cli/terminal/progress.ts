import type { Style } from './style.ts';

/** One line of progress. */
export interface ProgressRow {
  readonly label: string;
  /** 0..100. */
  readonly percent: number;
  /** What is being done, or how it ended. */
  readonly text: string;
  readonly mood: 'running' | 'good' | 'bad';
}

/** Shows rows as they change. */
export interface Progress {
  readonly update: (rows: readonly ProgressRow[]) => void;
  /** Leaves the last state standing. */
  readonly end: () => void;
}

const BAR_WIDTH = 24;

export interface BarsOptions {
  readonly write: (text: string) => void;
  readonly style: Style;
  /** Size of the terminal in characters: a line that wraps could not be drawn over. */
  readonly columns: number;
  readonly rows: number;
}

/** Bars that are drawn over in place; for a terminal. More rows than it shows become plain lines. */
export function createBars({ write, style, columns, rows: height }: BarsOptions): Progress {
  const lines = createLines(write);
  let drawn = 0;
  let last = '';
  return {
    update(rows) {
      if (rows.length >= height) {
        lines.update(rows);
        return;
      }
      const frame = rows.map((row) => barLine(row, { width: labelWidth(rows), columns, style })).join('\n');
      if (frame !== last) {
        const up = drawn > 0 ? `\u001b[${drawn}A` : '';
        write(`${up}${frame.replaceAll(/^/gmu, '\u001b[2K')}\n`);
        drawn = rows.length;
        last = frame;
      }
    },
    end() {
      drawn = 0;
      last = '';
    },
  };
}

/** A plain line whenever a row changes; for logs and pipes. */
export function createLines(write: (text: string) => void): Progress {
  const last = new Map<string, string>();
  return {
    update(rows) {
      for (const row of rows) {
        const line = `${row.label.padEnd(labelWidth(rows))}  ${percentOf(row)}  ${row.text}`;
        if (last.get(row.label) !== line) {
          last.set(row.label, line);
          write(`${line}\n`);
        }
      }
    },
    end: () => undefined,
  };
}

function barLine(
  row: ProgressRow,
  { width, columns, style }: { readonly width: number; readonly columns: number; readonly style: Style },
): string {
  const filled = Math.round((row.percent / 100) * BAR_WIDTH);
  const bar = `${'█'.repeat(filled)}${style.dim('░'.repeat(BAR_WIDTH - filled))}`;
  const text = row.text.slice(0, Math.max(0, columns - width - BAR_WIDTH - 14));
  return `  ${row.label.padEnd(width)}  ${paintBar(bar, row, style)}  ${percentOf(row)}  ${text}`;
}

function paintBar(bar: string, { mood }: ProgressRow, style: Style): string {
  switch (mood) {
    case 'running':
      return bar;
    case 'good':
      return style.good(bar);
    case 'bad':
      return style.bad(bar);
  }
}

function percentOf({ percent }: ProgressRow): string {
  return `${String(percent).padStart(3)} %`;
}

function labelWidth(rows: readonly ProgressRow[]): number {
  return Math.max(0, ...rows.map(({ label }) => label.length));
}
