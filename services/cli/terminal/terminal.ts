import { createBars, createLines, type Progress } from './progress.ts';
import { createStyle, type Style } from './style.ts';

/** A stream as far as a command needs it. */
export interface TextStream {
  readonly isTTY?: boolean;
  /** Width and height of the terminal in characters. */
  readonly columns?: number;
  readonly rows?: number;
  readonly write: (text: string) => unknown;
}

export interface TerminalOptions {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readonly env: NodeJS.ProcessEnv;
  /** `--json`: standard output carries the result and nothing else. */
  readonly json: boolean;
}

/** Where a command speaks. */
export interface Terminal {
  readonly json: boolean;
  /** Of standard output. */
  readonly style: Style;
  /** A line of the answer, on standard output; silent under `--json`. */
  readonly print: (text?: string) => void;
  /** The answer for machines, on standard output; silent without `--json`. */
  readonly result: (value: unknown) => void;
  /** Bytes that were asked for, on standard output, as they are. */
  readonly raw: (text: string) => void;
  /** A remark about what is going on, on standard error. */
  readonly note: (text: string) => void;
  /** Progress, on standard error. */
  readonly progress: () => Progress;
}

/** Builds the terminal of a run; plain where there is no terminal, and under `NO_COLOR` or `CI`. */
export function createTerminal({ stdout, stderr, env, json }: TerminalOptions): Terminal {
  const isPlain = isSet(env['NO_COLOR']) || isSet(env['CI']) || env['TERM'] === 'dumb';
  const isLive = stderr.isTTY === true && !isPlain;
  const write = (text: string): void => void stderr.write(text);
  return {
    json,
    style: createStyle(stdout.isTTY === true && !isPlain),
    print: (text = '') => {
      if (!json) {
        stdout.write(`${text}\n`);
      }
    },
    result: (value) => {
      if (json) {
        stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
      }
    },
    raw: (text) => void stdout.write(text),
    note: (text) => write(`${text}\n`),
    progress: () =>
      isLive
        ? createBars({
            write,
            style: createStyle(true),
            columns: stderr.columns ?? 80,
            rows: stderr.rows ?? 24,
          })
        : createLines(write),
  };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
