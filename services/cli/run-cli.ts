import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { configPath } from '../../config/project-root.ts';
import { COMMANDS } from './commands.ts';
import { EXIT_CODES } from './exit-code.ts';
import { describeFailure } from './failure.ts';
import { commandHelp, programHelp } from './help.ts';
import { findCommand, parseArguments } from './parse-arguments.ts';
import { createTerminal, type TextStream } from './terminal/terminal.ts';

export interface CliOptions {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

/**
 * Runs one command line and answers the exit code. Failures are one sentence on standard error (and
 * `{ "error": ... }` on standard output under `--json`); stack traces only with `POLYWIRE_DEBUG`.
 */
export async function runCli(options: CliOptions): Promise<number> {
  const { argv, stdout } = options;
  const terminal = createTerminal({ ...options, json: argv.includes('--json') });
  try {
    const [first] = argv;
    if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
      const topic = argv.slice(1);
      const isTopic = first === 'help' && topic.length > 0;
      stdout.write(isTopic ? commandHelp(findCommand(COMMANDS, topic).command) : programHelp(COMMANDS));
      return EXIT_CODES.ok.code;
    }
    if (first === '--version' || first === '-v') {
      stdout.write(`${await programVersion()}\n`);
      return EXIT_CODES.ok.code;
    }
    const { command, rest } = findCommand(COMMANDS, argv);
    const args = parseArguments(command, rest);
    if (args.has('help')) {
      stdout.write(commandHelp(command));
      return EXIT_CODES.ok.code;
    }
    return EXIT_CODES[await command.run(args, { ...options, terminal })].code;
  } catch (error) {
    const { exit, code, message } = describeFailure(error);
    terminal.note(options.signal.aborted ? 'Interrupted.' : `polywire: ${message}`);
    terminal.result({ error: { exit, code, message } });
    if (options.env['POLYWIRE_DEBUG'] !== undefined && error instanceof Error) {
      terminal.note(error.stack ?? '');
    }
    return EXIT_CODES[options.signal.aborted ? 'interrupted' : exit].code;
  }
}

async function programVersion(): Promise<string> {
  const text = await readFile(configPath('..', 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
