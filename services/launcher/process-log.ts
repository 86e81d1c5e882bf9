import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';

/** The part of a log line that a person is told; numbers are pino's levels. */
const LogLine = z.looseObject({
  level: z.number(),
  msg: z.string().optional(),
  err: z.looseObject({ message: z.string() }).optional(),
});
const WARN = 40;
const ERROR = 50;

export interface ProcessLogOptions {
  readonly file: string;
  readonly onProblem: (level: 'warn' | 'error', message: string) => void;
}

/** A process' log file, and the end of what was written to it. */
export interface ProcessLog {
  /** Appends every line of `stream`, and reports those at `warn` and above. */
  readonly follow: (stream: Readable) => void;
  /** The line that says why it crashed, else the last one. */
  readonly lastWords: () => string | undefined;
}

/** Opens the log file of one process; it is kept over restarts and appended to. */
export function openProcessLog({ file, onProblem }: ProcessLogOptions): ProcessLog {
  let last: string | undefined;
  let crash: string | undefined;
  return {
    follow(stream) {
      const sink = createWriteStream(file, { flags: 'a', mode: 0o600 });
      sink.on('error', () => undefined); // a full disk must not end the service for its log's sake
      stream.pipe(sink);
      createInterface({ input: stream }).on('line', (line) => {
        const { level, message } = readLine(line);
        last = message === '' ? last : message;
        crash = /^(?:Uncaught )?\w*Error\b/u.test(message) ? message : crash;
        if (level >= WARN) {
          onProblem(level >= ERROR ? 'error' : 'warn', message);
        }
      });
    },
    lastWords: () => crash ?? last,
  };
}

/** Lines that are not a log record (a crash, a warning of Node) count as they stand, without a level. */
function readLine(line: string): { level: number; message: string } {
  try {
    const { level, msg = '', err } = LogLine.parse(JSON.parse(line));
    return { level, message: err === undefined ? msg : `${msg}: ${err.message}` };
  } catch {
    return { level: 0, message: line.trim() };
  }
}
