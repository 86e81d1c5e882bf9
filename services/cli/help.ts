import { COMMON_OPTIONS, type Command, type OptionSpec } from './command.ts';
import { EXIT_CODES } from './exit-code.ts';

const TEXT_WIDTH = 96;

/** The help of the whole program: what it is for, and every command in a line. */
export function programHelp(commands: readonly Command[]): string {
  return [
    'polywire: one article in, every locale out',
    '',
    'Usage: polywire COMMAND [options]',
    '',
    'Commands:',
    ...columns(commands.map(({ name, purpose }) => [name, purpose])),
    '',
    '"polywire COMMAND --help" explains a command. Every command knows --json.',
    '',
    'First steps:',
    ...columns([
      ['polywire demo', 'see the whole pipeline on a sample article'],
      ['polywire run a.md --to es,vi', 'process files of yours, without a running service'],
      ['polywire start', 'run the service: API, dashboard, workers'],
    ]),
    '',
  ].join('\n');
}

/** The help of one command: purpose, usage, options with defaults, examples, exit codes. */
export function commandHelp(command: Command): string {
  const exits = (['ok', ...command.exits, 'usage'] as const).map((exit) => EXIT_CODES[exit]);
  return [
    command.purpose,
    '',
    `Usage: polywire ${[command.name, command.usage].join(' ').trim()}`,
    '',
    'Options:',
    ...columns([...command.options, ...COMMON_OPTIONS].map((option) => [flagOf(option), textOf(option)])),
    '',
    'Examples:',
    ...command.examples.flatMap(([line, does]) => [`  ${line}`, `      ${does}`]),
    '',
    'Exit codes:',
    ...columns(exits.sort((a, b) => a.code - b.code).map(({ code, meaning }) => [String(code), meaning])),
    '',
  ].join('\n');
}

function flagOf({ name, value }: OptionSpec): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function textOf({ does, oneOf, fallback }: OptionSpec): string {
  const choices = oneOf === undefined ? '' : `: ${oneOf.join(', ')}`;
  return `${does}${choices}${fallback === undefined ? '' : ` (default: ${fallback})`}`;
}

/** Two columns; the second is broken into lines that fit. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.flatMap(([left, right]) =>
    wrap(right, TEXT_WIDTH - width - 2).map(
      (line, index) => `  ${(index === 0 ? left : '').padEnd(width)}${line}`,
    ),
  );
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
