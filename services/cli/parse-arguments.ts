import { parseArgs } from 'node:util';
import { type Arguments, COMMON_OPTIONS, type Command, type OptionSpec } from './command.ts';
import { CliFailure } from './failure.ts';
import { nearest } from './nearest.ts';

/** A command and its own part of the command line. */
export interface Found {
  readonly command: Command;
  readonly rest: readonly string[];
}

/**
 * Finds the command that a command line names; names of two words come first.
 *
 * @throws {CliFailure} `usage`, which names the nearest command.
 */
export function findCommand(commands: readonly Command[], argv: readonly string[]): Found {
  for (const words of [2, 1]) {
    const name = argv.slice(0, words).join(' ');
    const command = commands.find((known) => known.name === name);
    if (command !== undefined) {
      return { command, rest: argv.slice(words) };
    }
  }
  const group = commands.filter(({ name }) => name.startsWith(`${argv[0] ?? ''} `));
  if (group.length > 0) {
    throw new CliFailure(
      'usage',
      `"polywire ${argv[0] ?? ''}" needs one of: ${group.map(({ name }) => name.split(' ')[1] ?? '').join(', ')}`,
    );
  }
  const near = nearest(
    argv[0] ?? '',
    commands.map(({ name }) => name),
  );
  throw new CliFailure(
    'usage',
    `"${argv[0] ?? ''}" is not a command of polywire: ${near === undefined ? 'see "polywire --help"' : `did you mean "${near}"?`}`,
  );
}

/**
 * Reads a command's part of the command line.
 *
 * @throws {CliFailure} `usage`: an unknown option (with the nearest one), a value that is missing or
 *   not one of those understood, too few or too many arguments.
 */
export function parseArguments(command: Command, rest: readonly string[]): Arguments {
  const specs = [...command.options, ...COMMON_OPTIONS];
  const { tokens, positionals } = parseArgs({
    args: [...rest],
    options: Object.fromEntries(
      specs.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' } as const]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'option') {
      const spec = specOf(specs, token.name, { command, typed: token.rawName });
      given.set(spec.name, valueOf(spec, token.value));
    }
  }
  if (!given.has('help')) {
    checkOperands(command, positionals);
  }
  return {
    operands: positionals,
    value: (name) => given.get(name),
    has: (name) => given.has(name),
  };
}

function specOf(
  specs: readonly OptionSpec[],
  name: string,
  { command, typed }: { readonly command: Command; readonly typed: string },
): OptionSpec {
  const spec = specs.find((known) => known.name === name);
  if (spec !== undefined) {
    return spec;
  }
  const near = nearest(
    name,
    specs.map((known) => known.name),
  );
  throw new CliFailure(
    'usage',
    `"polywire ${command.name}" has no option "${typed}": ${near === undefined ? `see "polywire ${command.name} --help"` : `did you mean "--${near}"?`}`,
  );
}

function valueOf(spec: OptionSpec, value: string | undefined): string {
  if (spec.value === undefined) {
    if (value !== undefined) {
      throw new CliFailure('usage', `Option "--${spec.name}" takes no value, but got "${value}"`);
    }
    return '';
  }
  if (value === undefined || value === '') {
    throw new CliFailure('usage', `Option "--${spec.name}" needs a value: --${spec.name} ${spec.value}`);
  }
  if (spec.oneOf !== undefined && !spec.oneOf.includes(value)) {
    const near = nearest(value, spec.oneOf);
    throw new CliFailure(
      'usage',
      `Option "--${spec.name}" is "${value}"; expected ${spec.oneOf.join(', ')}${near === undefined ? '' : `: did you mean "${near}"?`}`,
    );
  }
  return value;
}

function checkOperands(command: Command, operands: readonly string[]): void {
  const { min, max } = command.operands;
  const usage = `usage: polywire ${command.name} ${command.usage}`;
  if (operands.length < min) {
    throw new CliFailure('usage', `"polywire ${command.name}" needs more arguments; ${usage}`);
  }
  if (operands.length > max) {
    throw new CliFailure(
      'usage',
      `"polywire ${command.name}" does not take the argument "${operands[max] ?? ''}"; ${usage}`,
    );
  }
}
