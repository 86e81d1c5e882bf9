import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseLocale } from '../../../config/locales.ts';
import type { ImportLedger } from '../../../shared/api/memory-import.ts';
import { EXPORT_FORMATS, IMPORT_FORMATS } from '../../../shared/exchange/exchange-format.ts';
import { MARKUPS } from '../../../shared/exchange/unit-event.ts';
import { type Arguments, type Command, SERVICE_OPTIONS } from '../command.ts';
import { CliFailure } from '../failure.ts';
import { importMemoryFile } from '../memory-file.ts';
import { describeReasons } from '../report/imports.ts';
import { serviceClient } from '../service-client.ts';

const SHOWN_REFUSALS = 5;

/** `polywire memory import`: fills the translation memory from exchange files. */
export const memoryImportCommand: Command = {
  name: 'memory import',
  purpose: 'Fill the translation memory from a TMX, CSV, TSV, PO or XLIFF file (.gz too).',
  usage: 'FILE [options]',
  operands: { min: 1, max: 1 },
  options: [
    {
      name: 'format',
      value: 'FORMAT',
      does: 'Form of the file',
      fallback: 'by its name',
      oneOf: IMPORT_FORMATS,
    },
    { name: 'source', value: 'LOCALE', does: 'Source language', fallback: 'what the file says' },
    { name: 'locale', value: 'LOCALE', does: 'Target language of a file that names none' },
    {
      name: 'markup',
      value: 'KIND',
      does: 'Markup in plain texts to read as inline codes',
      fallback: 'none',
      oneOf: MARKUPS,
    },
    { name: 'charset', value: 'NAME', does: 'Charset of a file that is no XML', fallback: 'found' },
    {
      name: 'review',
      value: 'STATE',
      does: 'Review state of units whose file states none',
      fallback: 'translated',
      oneOf: ['draft', 'translated', 'reviewed', 'approved'],
    },
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
    ['polywire memory import fr.po --locale fr', 'Add the pairs of a PO file; what is fuzzy is a draft.'],
    ['polywire memory import big.tmx.gz --markup markdown', 'Read the Markdown in its texts as codes.'],
  ],
  exits: ['failed', 'incomplete', 'unreachable', 'refused'],
  run: async (args, context) => {
    const client = await serviceClient(args, context);
    const [file = ''] = args.operands;
    const receipt = await importMemoryFile(client, resolve(context.cwd, file), {
      format: IMPORT_FORMATS.find((known) => known === args.value('format')),
      sourceLocale: localeOf(args, 'source'),
      locale: localeOf(args, 'locale'),
      markup: args.value('markup'),
      charset: args.value('charset'),
      review: args.value('review'),
      memory: args.value('memory'),
    });
    context.terminal.print(describeImport(receipt));
    for (const { line, name, reason, detail } of receipt.refusals.slice(0, SHOWN_REFUSALS)) {
      const what = [name, reason, detail].filter((part) => part !== undefined).join(': ');
      context.terminal.note(`  line ${line}: ${what}`);
    }
    if (receipt.refused > SHOWN_REFUSALS) {
      context.terminal.note(`  ... all of them: polywire memory imports ${receipt.id}`);
    }
    context.terminal.result(receipt);
    return receipt.refused === 0 ? 'ok' : 'incomplete';
  },
};

/** `polywire memory export`: writes a locale's memory in an exchange format. */
export const memoryExportCommand: Command = {
  name: 'memory export',
  purpose: "Write a locale's translation memory as TMX, CSV, TSV or XLIFF, to standard output or a file.",
  usage: '--locale LOCALE [options]',
  operands: { min: 0, max: 0 },
  options: [
    { name: 'locale', value: 'LOCALE', does: 'Target locale; required' },
    { name: 'format', value: 'FORMAT', does: 'Form of the file', fallback: 'tmx', oneOf: EXPORT_FORMATS },
    { name: 'out', value: 'FILE', does: 'File to write', fallback: 'standard output' },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    ['polywire memory export --locale vi > vi.tmx', 'Save the Vietnamese memory.'],
    ['polywire memory export --locale es --format csv --out es.csv', 'The Spanish one, for a spreadsheet.'],
  ],
  exits: ['failed', 'unreachable', 'refused'],
  run: async (args, context) => {
    const locale = localeOf(args, 'locale');
    if (locale === undefined) {
      throw new CliFailure('usage', '"polywire memory export" needs --locale, such as --locale vi');
    }
    const client = await serviceClient(args, context);
    const format = EXPORT_FORMATS.find((known) => known === args.value('format')) ?? 'tmx';
    const bytes = Readable.from(await client.exportMemory(locale, format));
    const out = args.value('out');
    if (out === undefined) {
      const decoder = new TextDecoder();
      for await (const chunk of bytes) {
        context.terminal.raw(decoder.decode(chunk, { stream: true }));
      }
      return 'ok';
    }
    const file = resolve(context.cwd, out);
    await pipeline(bytes, createWriteStream(file));
    context.terminal.print(`Wrote ${file}.`);
    context.terminal.result({ locale, format, file });
    return 'ok';
  },
};

/** What an import did, in one sentence. */
export function describeImport(ledger: ImportLedger): string {
  const { created, merged, kept, resumed } = ledger;
  const again = resumed === 0 ? '' : ' (gone on with after an interruption)';
  return `Translation memory: ${created} units added, ${merged} merged, ${kept} were there already${describeReasons(ledger)}${again}.`;
}

function localeOf(args: Arguments, option: string): string | undefined {
  const named = args.value(option);
  return named === undefined ? undefined : parseLocale(named);
}
