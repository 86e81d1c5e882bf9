import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../services/cli/command.ts';
import { COMMANDS } from '../../../../services/cli/commands.ts';
import { findCommand, parseArguments } from '../../../../services/cli/parse-arguments.ts';

const COMMAND: Command = {
  name: 'pull',
  purpose: 'Pull.',
  usage: 'ID [options]',
  operands: { min: 1, max: 1 },
  options: [
    { name: 'locale', value: 'LOCALES', does: 'Which' },
    { name: 'policy', value: 'POLICY', does: 'Which', oneOf: ['approved', 'any'] },
    { name: 'wait', does: 'Wait' },
  ],
  examples: [],
  exits: [],
  run: () => Promise.resolve('ok'),
};

describe('parseArguments', () => {
  it('reads options before, between and after the arguments, with "=" or a space', () => {
    const args = parseArguments(COMMAND, ['--wait', 'id-1', '--locale=es,vi', '--policy', 'any']);
    expect(args.operands).toEqual(['id-1']);
    expect(args.has('wait')).toBe(true);
    expect([args.value('locale'), args.value('policy'), args.value('json')]).toEqual([
      'es,vi',
      'any',
      undefined,
    ]);
  });

  it('takes what follows "--" as it is', () => {
    expect(parseArguments(COMMAND, ['--', '--id']).operands).toEqual(['--id']);
  });

  it.each([
    [['id', '--locals', 'es'], '"polywire pull" has no option "--locals": did you mean "--locale"?'],
    [['id', '--zzz'], 'see "polywire pull --help"'],
    [['id', '--locale'], 'Option "--locale" needs a value: --locale LOCALES'],
    [['id', '--locale', ''], 'Option "--locale" needs a value'],
    [['id', '--policy', 'aproved'], 'expected approved, any: did you mean "approved"?'],
    [['id', '--wait=yes'], 'Option "--wait" takes no value, but got "yes"'],
    [[], '"polywire pull" needs more arguments; usage: polywire pull ID [options]'],
    [['a', 'b'], '"polywire pull" does not take the argument "b"'],
  ])('refuses %j', (argv, message) => {
    expect(() => parseArguments(COMMAND, argv)).toThrow(message);
  });

  it('asks for no argument when only the help is wanted', () => {
    expect(parseArguments(COMMAND, ['--help']).has('help')).toBe(true);
  });
});

describe('findCommand', () => {
  it('finds names of one word and of two', () => {
    expect(findCommand(COMMANDS, ['submit', 'a.md'])).toMatchObject({
      command: { name: 'submit' },
      rest: ['a.md'],
    });
    expect(findCommand(COMMANDS, ['memory', 'import', 'a.tmx'])).toMatchObject({
      command: { name: 'memory import' },
      rest: ['a.tmx'],
    });
  });

  it.each([
    [['submti'], '"submti" is not a command of polywire: did you mean "submit"?'],
    [['memory'], '"polywire memory" needs one of: import, export'],
    [['memory', 'imprt'], '"polywire memory" needs one of: import, export'],
    [['--wait'], 'see "polywire --help"'],
  ])('refuses %j', (argv, message) => {
    expect(() => findCommand(COMMANDS, argv)).toThrow(message);
  });
});
