import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { parseLocale } from '../../../config/locales.ts';
import { GLOSSARY_FORMATS, type GlossaryFormat } from '../../../shared/api/glossary.ts';
import { type Arguments, type Command, type OptionSpec, SERVICE_OPTIONS } from '../command.ts';
import { CliFailure } from '../failure.ts';
import type { PairQuery } from '../glossary-client.ts';
import { serviceClient } from '../service-client.ts';
import { tableLines } from '../terminal/table.ts';

const SHOWN_REFUSALS = 10;

const SOURCE_OPTION: OptionSpec = { name: 'source', value: 'LOCALE', does: 'Source language' };
const LOCALE_OPTION: OptionSpec = { name: 'locale', value: 'LOCALE', does: 'Target language' };
const FORMAT_OPTION: OptionSpec = {
  name: 'format',
  value: 'FORMAT',
  does: 'Form of the file',
  oneOf: GLOSSARY_FORMATS,
};

const importCommand: Command = {
  name: 'glossary import',
  purpose: 'Add terms from TBX or CSV: preferred, admitted, forbidden, do-not-translate.',
  usage: 'FILE [options]',
  operands: { min: 1, max: 1 },
  options: [
    { ...FORMAT_OPTION, fallback: 'by its name' },
    { ...SOURCE_OPTION, fallback: 'what the file says' },
    { ...LOCALE_OPTION, does: 'Target language of a table without a column for it' },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    ['polywire glossary import terms.tbx --source en', 'Add the terms of a termbase.'],
    ['polywire glossary import style.csv --source en --locale fr', 'Add a table of source, target, status.'],
  ],
  exits: ['failed', 'incomplete', 'unreachable', 'refused'],
  run: async (args, context) => {
    const [operand = ''] = args.operands;
    const file = resolve(context.cwd, operand);
    const format = formatOf(args, operand);
    await checkFile(file);
    const client = await serviceClient(args, context);
    const receipt = await client.glossary.import(Readable.toWeb(createReadStream(file)), {
      format,
      file: basename(file),
      ...localeMember('sourceLocale', args.value('source')),
      ...localeMember('locale', args.value('locale')),
    });
    const { created, merged, kept, refused, refusals } = receipt;
    context.terminal.print(
      `${basename(file)}: ${created} terms added, ${merged} changed, ${kept} were there already, ${refused} refused.`,
    );
    for (const { line, name, reason, detail } of refusals.slice(0, SHOWN_REFUSALS)) {
      const what = [name, reason, detail].filter((part) => part !== undefined && part !== '').join(': ');
      context.terminal.note(`  line ${line}: ${what}`);
    }
    context.terminal.result(receipt);
    return refused === 0 ? 'ok' : 'incomplete';
  },
};

const listCommand: Command = {
  name: 'glossary list',
  purpose: 'Show how many terms each pair of languages has.',
  usage: '[options]',
  operands: { min: 0, max: 0 },
  options: SERVICE_OPTIONS,
  examples: [
    ['polywire glossary list', 'Show the glossaries.'],
    ['polywire glossary list --json', 'The same as JSON, for a script.'],
  ],
  exits: ['failed', 'unreachable', 'refused'],
  run: async (args, context) => {
    const glossaries = await (await serviceClient(args, context)).glossary.list();
    const columns = [{ title: 'from' }, { title: 'to' }, { title: 'terms', align: 'right' as const }];
    const rows = glossaries.map(({ sourceLocale, locale, terms }) => [sourceLocale, locale, String(terms)]);
    const lines = rows.length === 0 ? ['There are no terms yet.'] : tableLines(columns, rows);
    lines.forEach((line) => context.terminal.print(line));
    context.terminal.result(glossaries);
    return 'ok';
  },
};

const exportCommand: Command = {
  name: 'glossary export',
  purpose: 'Write the terms of a pair of languages as CSV or TBX.',
  usage: '--source LOCALE --locale LOCALE [options]',
  operands: { min: 0, max: 0 },
  options: [
    { ...FORMAT_OPTION, fallback: 'csv' },
    SOURCE_OPTION,
    LOCALE_OPTION,
    { name: 'out', value: 'FILE', does: 'File to write', fallback: 'standard output' },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    ['polywire glossary export --source en --locale fr > fr.csv', 'Save the French terms.'],
    [
      'polywire glossary export --source en --locale fr --format tbx --out fr.tbx',
      'The same for other tools.',
    ],
  ],
  exits: ['failed', 'unreachable', 'refused'],
  run: async (args, context) => {
    const pair = pairOf(args);
    const format = GLOSSARY_FORMATS.find((known) => known === args.value('format')) ?? 'csv';
    const text = await (await serviceClient(args, context)).glossary.export(pair, format);
    const out = args.value('out');
    if (out === undefined) {
      context.terminal.raw(text);
      return 'ok';
    }
    const file = resolve(context.cwd, out);
    await writeFile(file, text);
    context.terminal.print(`Wrote ${file}.`);
    context.terminal.result({ ...pair, format, file });
    return 'ok';
  },
};

const removeCommand: Command = {
  name: 'glossary remove',
  purpose: 'Remove a term, or without an id all terms of a pair of languages.',
  usage: '[ID] --source LOCALE --locale LOCALE [options]',
  operands: { min: 0, max: 1 },
  options: [SOURCE_OPTION, LOCALE_OPTION, ...SERVICE_OPTIONS],
  examples: [
    ['polywire glossary remove --source en --locale fr', 'Forget the French terms.'],
    ['polywire glossary remove b1946ac92492d234 --source en --locale fr', 'Forget one of them.'],
  ],
  exits: ['failed', 'unreachable', 'refused', 'notFound'],
  run: async (args, context) => {
    const pair = pairOf(args);
    const removed = await (await serviceClient(args, context)).glossary.remove(pair, args.operands[0]);
    context.terminal.print(`${removed} terms from ${pair.sourceLocale} to ${pair.locale} removed.`);
    context.terminal.result({ ...pair, removed });
    return 'ok';
  },
};

/** `polywire glossary import`, `list`, `export` and `remove`. */
export const glossaryCommands: readonly Command[] = [
  importCommand,
  listCommand,
  exportCommand,
  removeCommand,
];

function pairOf(args: Arguments): PairQuery {
  const [sourceLocale, locale] = [args.value('source'), args.value('locale')];
  if (sourceLocale === undefined || locale === undefined) {
    throw new CliFailure(
      'usage',
      'Terms belong to two languages: add --source and --locale, such as --source en --locale fr',
    );
  }
  return { sourceLocale: parseLocale(sourceLocale), locale: parseLocale(locale) };
}

function localeMember(name: keyof PairQuery, tag: string | undefined): Partial<PairQuery> {
  return tag === undefined ? {} : { [name]: parseLocale(tag) };
}

function formatOf(args: Arguments, file: string): GlossaryFormat {
  const named = args.value('format');
  const extension = extname(file).toLowerCase();
  const format =
    GLOSSARY_FORMATS.find((known) => known === named) ??
    (extension === '.tbx' ? 'tbx' : ['.csv', '.tsv'].includes(extension) ? 'csv' : undefined);
  if (format === undefined) {
    throw new CliFailure(
      'usage',
      `The form of ${file} is not known by its name: add --format csv or --format tbx`,
    );
  }
  return format;
}

async function checkFile(file: string): Promise<void> {
  try {
    await stat(file);
  } catch (error) {
    throw new CliFailure('usage', `The glossary ${file} cannot be read: ${String(error)}`, { cause: error });
  }
}
