import { type Command, SERVICE_OPTIONS } from '../command.ts';
import { serviceClient } from '../service-client.ts';

interface ActionText {
  readonly name: 'retry' | 'cancel' | 'kill';
  readonly purpose: string;
  readonly done: string;
  readonly example: string;
}

const ACTIONS: readonly ActionText[] = [
  {
    name: 'retry',
    purpose: 'Run the failed stages of an article again, from where they failed.',
    done: 'is on the queue again',
    example: 'Once the cause is gone, take up what failed.',
  },
  {
    name: 'cancel',
    purpose: 'Stop the processing of an article; its finished outputs stay.',
    done: 'is canceled',
    example: 'Stop an article that was submitted by mistake.',
  },
  {
    name: 'kill',
    purpose: 'Kill an article: processing stops and no output of it is served again (410).',
    done: 'is killed',
    example: 'Withdraw an article for good.',
  },
];

/** `polywire retry`, `cancel` and `kill`: what an operator does with one article. */
export const articleActionCommands: readonly Command[] = ACTIONS.map(({ name, purpose, done, example }) => ({
  name,
  purpose,
  usage: 'ID [options]',
  operands: { min: 1, max: 1 },
  options: SERVICE_OPTIONS,
  examples: [
    [`polywire ${name} desk-4711`, example],
    [`polywire ${name} desk-4711 --json`, 'The same, and print the new state.'],
  ],
  exits: ['failed', 'unreachable', 'conflict', 'refused', 'notFound'],
  run: async (args, context) => {
    const client = await serviceClient(args, context);
    const status = await client.act(args.operands[0] ?? '', name);
    context.terminal.print(`"${status.externalId}" version ${status.version} ${done}.`);
    context.terminal.result(status);
    return 'ok';
  },
}));
