import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../../services/cli/commands.ts';
import { EXIT_CODES } from '../../../../services/cli/exit-code.ts';
import { commandHelp, programHelp } from '../../../../services/cli/help.ts';
import { findCommand, parseArguments } from '../../../../services/cli/parse-arguments.ts';

describe('programHelp', () => {
  it('lists every command with its purpose', () => {
    const help = programHelp(COMMANDS).replaceAll(/\s+/gu, ' ');
    for (const { name, purpose } of COMMANDS) {
      expect(help).toContain(`${name} ${purpose}`);
    }
  });
});

describe.each(COMMANDS.map((command) => [command.name, command] as const))('help of %s', (name, command) => {
  const help = commandHelp(command);

  it('begins with the purpose and the usage', () => {
    expect(help.startsWith(`${command.purpose}\n\nUsage: polywire ${name}`)).toBe(true);
  });

  it('gives each option, and each exit code with its meaning', () => {
    for (const option of command.options) {
      expect(help).toContain(`--${option.name}${option.value === undefined ? '' : ` ${option.value}`}`);
    }
    for (const exit of command.exits) {
      const { code, meaning } = EXIT_CODES[exit];
      expect(help.replaceAll(/ +/gu, ' ')).toContain(`\n ${code} ${meaning}\n`);
    }
  });

  it('has two examples at least, and this program understands them', () => {
    expect(command.examples.length).toBeGreaterThanOrEqual(name === 'start' ? 1 : 2);
    for (const [line] of command.examples) {
      const [, ...argv] =
        line
          .replace(/^.*?(?=polywire )/u, '')
          .replace(/ > .*/u, '')
          .match(/"[^"]*"|\S+/gu) ?? [];
      const found = findCommand(COMMANDS, argv);
      expect(found.command.name).toBe(name);
      expect(() => parseArguments(found.command, found.rest)).not.toThrow();
    }
  });

  it('fits a terminal of 100 columns', () => {
    expect(help.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });
});

it('has an exit code of its own for each way to end', () => {
  const codes = Object.values(EXIT_CODES).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
