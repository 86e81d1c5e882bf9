import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { GAZETTEER_LISTS, GazetteerList } from '../../../shared/document/gazetteer-entry.ts';
import { type Arguments, type Command, type OptionSpec, SERVICE_OPTIONS } from '../command.ts';
import { serviceClient } from '../service-client.ts';

const LIST_OPTION: OptionSpec = {
  name: 'list',
  value: 'LIST',
  does: 'Which list',
  fallback: 'gazetteer',
  oneOf: GAZETTEER_LISTS,
};

/** `polywire gazetteer list`: how many names each imported list has. */
export const gazetteerListCommand: Command = {
  name: 'gazetteer list',
  purpose: 'Show how many names each imported list has.',
  usage: '[options]',
  operands: { min: 0, max: 0 },
  options: SERVICE_OPTIONS,
  examples: [
    ['polywire gazetteer list', 'Show the three lists.'],
    ['polywire gazetteer list --json', 'The same as JSON, for a script.'],
  ],
  exits: ['failed', 'unreachable', 'refused'],
  run: async (args, context) => {
    const sizes = await (await serviceClient(args, context)).gazetteerSizes();
    for (const list of GAZETTEER_LISTS) {
      context.terminal.print(`${list}: ${sizes[list]} entries`);
    }
    context.terminal.result(sizes);
    return 'ok';
  },
};

/** `polywire gazetteer export`: writes an imported list as JSON Lines. */
export const gazetteerExportCommand: Command = {
  name: 'gazetteer export',
  purpose: 'Write an imported list as JSON Lines, to standard output or a file.',
  usage: '[options]',
  operands: { min: 0, max: 0 },
  options: [
    LIST_OPTION,
    { name: 'out', value: 'FILE', does: 'File to write', fallback: 'standard output' },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    ['polywire gazetteer export --list glossary --out glossary.jsonl', 'Save the glossary.'],
    ['polywire gazetteer export > names.jsonl', 'Print the imported gazetteer.'],
  ],
  exits: ['failed', 'unreachable', 'refused'],
  run: async (args, context) => {
    const list = listOf(args);
    const lines = await (await serviceClient(args, context)).exportGazetteer(list);
    const out = args.value('out');
    if (out === undefined) {
      context.terminal.raw(lines);
      return 'ok';
    }
    const file = resolve(context.cwd, out);
    await writeFile(file, lines);
    context.terminal.print(`Wrote ${file}.`);
    context.terminal.result({ list, file });
    return 'ok';
  },
};

/** `polywire gazetteer remove`: takes an entry out of an imported list, or empties it. */
export const gazetteerRemoveCommand: Command = {
  name: 'gazetteer remove',
  purpose: 'Take an entry out of an imported list; without an id, empty the list.',
  usage: '[ID] [options]',
  operands: { min: 0, max: 1 },
  options: [LIST_OPTION, ...SERVICE_OPTIONS],
  examples: [
    ['polywire gazetteer remove Q90', 'Forget one entry.'],
    ['polywire gazetteer remove --list do-not-translate', 'Empty a list.'],
  ],
  exits: ['failed', 'unreachable', 'refused', 'notFound'],
  run: async (args, context) => {
    const list = listOf(args);
    const removed = await (await serviceClient(args, context)).removeFromGazetteer(list, args.operands[0]);
    context.terminal.print(`${removed} entries of ${list} removed.`);
    context.terminal.result({ list, removed });
    return 'ok';
  },
};

function listOf(args: Arguments): GazetteerList {
  return GazetteerList.parse(args.value('list') ?? 'gazetteer');
}
