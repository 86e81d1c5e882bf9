import { type Command, SERVICE_OPTIONS } from '../command.ts';
import { serviceClient } from '../service-client.ts';
import { tableLines } from '../terminal/table.ts';

/** `polywire memory list`: which memories there are. */
export const memoryListCommand: Command = {
  name: 'memory list',
  purpose: 'Show the translation memories in their order, and how many texts they have.',
  usage: '[options]',
  operands: { min: 0, max: 0 },
  options: SERVICE_OPTIONS,
  examples: [
    ['polywire memory list', 'Show names, penalties and who may write.'],
    ['polywire memory list --json', 'The same as JSON, for a script.'],
  ],
  exits: ['failed', 'unreachable', 'refused'],
  run: async (args, context) => {
    const overview = await (await serviceClient(args, context)).memories();
    const { sources, memories, variantPenalty } = overview;
    const columns = ['memory', 'penalty', 'may be written to', 'locales', 'what is in it'];
    const rows = memories.map(({ name, penalty, writable, locales, about = '' }) => [
      name,
      String(penalty),
      writable ? 'yes' : 'no',
      locales?.join(' ') ?? 'all',
      about,
    ]);
    for (const line of tableLines(
      columns.map((title) => ({ title })),
      rows,
    )) {
      context.terminal.print(line);
    }
    context.terminal.print(`Another variant of a locale costs ${variantPenalty} points.`);
    for (const [locale, count] of Object.entries(sources)) {
      context.terminal.print(`${locale}: ${count} source texts`);
    }
    context.terminal.result(overview);
    return 'ok';
  },
};
