import { readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseLocale } from '../../../config/locales.ts';
import type { Client } from '../client.ts';
import { type Command, SERVICE_OPTIONS } from '../command.ts';
import { CliFailure } from '../failure.ts';
import type { ImportReceipt } from '../memory-answers.ts';
import { serviceClient } from '../service-client.ts';

const SHOWN_REFUSALS = 5;

/** `polywire memory import`: fills the translation memory from TMX. */
export const memoryImportCommand: Command = {
  name: 'memory import',
  purpose: 'Fill the translation memory from a TMX file.',
  usage: 'FILE [options]',
  operands: { min: 1, max: 1 },
  options: [
    {
      name: 'memory',
      value: 'NAME',
      does: 'Memory to file them in',
      fallback: 'the first one that may be written to',
    },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    ['polywire memory import config/samples/memory.tmx', 'Add the sample memory.'],
    ['polywire memory import big.tmx --json', 'Print how many units were new, merged, kept and refused.'],
  ],
  exits: ['failed', 'incomplete', 'unreachable', 'refused'],
  run: async (args, context) => {
    const client = await serviceClient(args, context);
    const [file = ''] = args.operands;
    const receipt = await importMemoryFile(client, resolve(context.cwd, file), args.value('memory'));
    context.terminal.print(describeImport(receipt));
    for (const { index, reason } of receipt.refused.slice(0, SHOWN_REFUSALS)) {
      context.terminal.note(`  unit ${index}: ${reason}`);
    }
    context.terminal.result(receipt);
    return receipt.refused.length === 0 ? 'ok' : 'incomplete';
  },
};

/** `polywire memory export`: writes a locale's memory as TMX. */
export const memoryExportCommand: Command = {
  name: 'memory export',
  purpose: "Write a locale's translation memory as TMX, to standard output or a file.",
  usage: '--locale LOCALE [options]',
  operands: { min: 0, max: 0 },
  options: [
    { name: 'locale', value: 'LOCALE', does: 'Target locale; required' },
    { name: 'out', value: 'FILE', does: 'File to write', fallback: 'standard output' },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    ['polywire memory export --locale vi > vi.tmx', 'Save the Vietnamese memory.'],
    ['polywire memory export --locale es --out es.tmx', 'The same into a file that is named.'],
  ],
  exits: ['failed', 'unreachable', 'refused'],
  run: async (args, context) => {
    const named = args.value('locale');
    if (named === undefined) {
      throw new CliFailure('usage', '"polywire memory export" needs --locale, such as --locale vi');
    }
    const client = await serviceClient(args, context);
    const locale = parseLocale(named);
    const tmx = await client.exportMemory(locale);
    const out = args.value('out');
    if (out === undefined) {
      context.terminal.raw(tmx);
      return 'ok';
    }
    const file = resolve(context.cwd, out);
    await writeFile(file, tmx);
    context.terminal.print(`Wrote ${file}.`);
    context.terminal.result({ locale, file });
    return 'ok';
  },
};

/**
 * Sends a TMX file to the service.
 *
 * @throws {CliFailure} `usage` for a file that cannot be read.
 */
export async function importMemoryFile(
  client: Client,
  file: string,
  memory?: string,
): Promise<ImportReceipt> {
  return client.importMemory(await readBytes(file), basename(file), memory);
}

/** What an import did, in one sentence. */
export function describeImport({ created, merged, kept, refused }: ImportReceipt): string {
  const refusals = refused.length === 0 ? '' : `, ${refused.length} refused`;
  return `Translation memory: ${created} units added, ${merged} merged, ${kept} were there already${refusals}.`;
}

async function readBytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    throw new CliFailure('usage', `The memory ${file} cannot be read: ${String(error)}`, { cause: error });
  }
}
