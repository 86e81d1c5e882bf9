import { basename, resolve } from 'node:path';
import { readOwnTypes } from '../../../config/own-types.ts';
import { listedTypes } from '../../../shared/document/entity-type.ts';
import { GAZETTEER_LISTS, GazetteerList } from '../../../shared/document/gazetteer-entry.ts';
import type { OwnTypes } from '../../../shared/document/own-types.ts';
import type { Client } from '../client.ts';
import { type Arguments, type Command, SERVICE_OPTIONS } from '../command.ts';
import { CliFailure } from '../failure.ts';
import { type EntryFilter, localeOfTag, typeOfWord } from '../gazetteer/entry-line.ts';
import { formatOfName, IMPORT_FORMATS, type ImportFormat, readEntries } from '../gazetteer/read-entries.ts';
import { serviceClient } from '../service-client.ts';

/** Entries that are sent at a time. */
const BATCH = 1000;
const SHOWN_REFUSALS = 10;
/** Refusals that are told one by one in the result; the count is exact beyond it. */
const KEPT_REFUSALS = 1000;

/** `polywire gazetteer import`: adds names to the lists that the tagger reads. */
export const gazetteerImportCommand: Command = {
  name: 'gazetteer import',
  purpose: 'Add names from JSON Lines, CSV, a list of words or a Wikidata dump (.gz, .bz2 too).',
  usage: 'FILE [options]',
  operands: { min: 1, max: 1 },
  options: [
    {
      name: 'list',
      value: 'LIST',
      does: 'What the names are',
      fallback: 'gazetteer',
      oneOf: GAZETTEER_LISTS,
    },
    {
      name: 'format',
      value: 'FORMAT',
      does: 'Form of the file',
      fallback: 'by its name',
      oneOf: IMPORT_FORMATS,
    },
    { name: 'types', value: 'TYPES', does: `Only these: ${listedTypes([])}, or your own`, fallback: 'all' },
    { name: 'locales', value: 'LOCALES', does: 'Only names in these, and English', fallback: 'all' },
    ...SERVICE_OPTIONS,
  ],
  examples: [
    ['polywire gazetteer import people.jsonl --types PER --locales es,vi', 'Add people with two locales.'],
    ['polywire gazetteer import brands.txt --list do-not-translate', 'Keep names as they are everywhere.'],
    ['polywire gazetteer import latest-all.json.gz --types LOC', 'Add the places of a Wikidata dump.'],
  ],
  exits: ['failed', 'incomplete', 'unreachable', 'refused'],
  run: async (args, context) => {
    const [operand = ''] = args.operands;
    const file = resolve(context.cwd, operand);
    const filter = filterOf(args, await readOwnTypes());
    const format = formatOf(args, operand);
    const client = await serviceClient(args, context);
    const receipt = await importFile(client, { file, format, filter });
    const { created, merged, kept, leftOut, refused } = receipt;
    context.terminal.print(
      `${basename(file)}: ${created} entries added, ${merged} merged, ${kept} were there already, ${leftOut} left out by the filter, ${refused} refused.`,
    );
    for (const { line, reason } of receipt.refusals.slice(0, SHOWN_REFUSALS)) {
      context.terminal.note(`  line ${line}: ${reason}`);
    }
    context.terminal.result(receipt);
    return refused === 0 ? 'ok' : 'incomplete';
  },
};

interface ImportReceipt {
  readonly created: number;
  readonly merged: number;
  readonly kept: number;
  /** Not asked for. */
  readonly leftOut: number;
  readonly refused: number;
  /** The first of the refused lines. */
  readonly refusals: readonly { readonly line: number; readonly reason: string }[];
}

async function importFile(
  client: Client,
  {
    file,
    format,
    filter,
  }: { readonly file: string; readonly format: ImportFormat; readonly filter: EntryFilter },
): Promise<ImportReceipt> {
  const sums = { created: 0, merged: 0, kept: 0, leftOut: 0, refused: 0 };
  const refusals: { line: number; reason: string }[] = [];
  let batch: { readonly text: string; readonly line: number }[] = [];
  const refuse = (line: number, reason: string): void => {
    sums.refused += 1;
    if (refusals.length < KEPT_REFUSALS) {
      refusals.push({ line, reason });
    }
  };
  const send = async (): Promise<void> => {
    const sent = batch;
    batch = [];
    if (sent.length === 0) {
      return;
    }
    const receipt = await client.importGazetteer(filter.list, sent.map(({ text }) => `${text}\n`).join(''));
    sums.created += receipt.created;
    sums.merged += receipt.merged;
    sums.kept += receipt.kept;
    for (const { line, reason } of receipt.refused) {
      refuse(sent[line - 1]?.line ?? 0, reason);
    }
  };
  for await (const found of readEntries(file, format, filter)) {
    if (found.kind === 'entry') {
      batch.push({ text: JSON.stringify(found.entry), line: found.line });
    } else if (found.kind === 'refused') {
      refuse(found.line, found.reason);
    } else {
      sums.leftOut += 1;
    }
    if (batch.length >= BATCH) {
      await send();
    }
  }
  await send();
  return { ...sums, refusals };
}

function filterOf(args: Arguments, ownTypes: OwnTypes): EntryFilter {
  const list = GazetteerList.parse(args.value('list') ?? 'gazetteer');
  const types = listOf(args.value('types'))?.map((word) => {
    const type = typeOfWord(word)?.[0];
    if (type === undefined) {
      throw new CliFailure(
        'usage',
        `--types "${word}" is not a type: expected any of ${listedTypes(ownTypes.keys())}`,
      );
    }
    return type;
  });
  const locales = listOf(args.value('locales'))?.map((tag) => {
    const locale = localeOfTag(tag);
    if (locale === undefined) {
      throw new CliFailure(
        'usage',
        `--locales "${tag}" is not a locale: expected BCP 47 tags such as es,pt-BR`,
      );
    }
    return locale;
  });
  const ownClasses = new Map(
    [...ownTypes].flatMap(([type, { wikidata }]) => wikidata.map((id) => [id, type] as const)),
  );
  return { list, types: types && new Set(types), locales: locales && new Set(locales), ownClasses };
}

function listOf(text: string | undefined): readonly string[] | undefined {
  return text
    ?.split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function formatOf(args: Arguments, file: string): ImportFormat {
  const format = IMPORT_FORMATS.find((known) => known === args.value('format')) ?? formatOfName(file);
  if (format === undefined) {
    throw new CliFailure(
      'usage',
      `The form of ${file} is not known by its name: add --format with one of ${IMPORT_FORMATS.join(', ')}`,
    );
  }
  return format;
}
