import type { Exit } from './exit-code.ts';
import type { Terminal } from './terminal/terminal.ts';

/** One option of a command; without `value` it is a switch. */
export interface OptionSpec {
  readonly name: string;
  /** Placeholder of its value in the help: `FILE`, `LOCALES`. */
  readonly value?: string;
  /** What it does, a short sentence without a full stop. */
  readonly does: string;
  /** Shown in the help; in words where it is worked out. */
  readonly fallback?: string;
  /** The only values that are understood. */
  readonly oneOf?: readonly string[];
}

/** A command as data and a function; the help is made from it. */
export interface Command {
  /** What is typed: `submit`, `memory import`. */
  readonly name: string;
  /** What it is for, one short sentence. */
  readonly purpose: string;
  /** What follows the name: `FILE [options]`. */
  readonly usage: string;
  /** Fewest and most arguments that are not options. */
  readonly operands: { readonly min: number; readonly max: number };
  readonly options: readonly OptionSpec[];
  /** Command lines and what they do. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** Ends besides `ok` and `usage`. */
  readonly exits: readonly Exit[];
  readonly run: (args: Arguments, context: CliContext) => Promise<Exit>;
}

/** What stood on the command line, checked against the command's options. */
export interface Arguments {
  readonly operands: readonly string[];
  /** The last value that was given; undefined where the option was not. */
  readonly value: (name: string) => string | undefined;
  readonly has: (name: string) => boolean;
}

/** What a command may use of the world. */
export interface CliContext {
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly terminal: Terminal;
  /** Aborted by the first Ctrl+C. */
  readonly signal: AbortSignal;
}

/** Options that every command has. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
  { name: 'json', does: 'Print the result as JSON on standard output, everything else on standard error' },
  { name: 'help', does: 'Show this help' },
];

/** Options of the commands that talk to a running service. */
export const SERVICE_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'api',
    value: 'URL',
    does: 'Where the service listens',
    fallback: 'POLYWIRE_API_URL, else http://127.0.0.1:8040',
  },
  {
    name: 'key',
    value: 'KEY',
    does: 'API key',
    fallback: 'POLYWIRE_API_KEY, else the one that "polywire start" keeps in the data folder',
  },
];
