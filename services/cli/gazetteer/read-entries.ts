import { CliFailure } from '../failure.ts';
import type { EntryFilter, EntryLine } from './entry-line.ts';
import { csvReader, isOpenRow } from './read-csv.ts';
import { readJsonLine } from './read-jsonl.ts';
import { readLines } from './read-lines.ts';
import { readWikidataLine } from './read-wikidata.ts';

/** Forms of files that can be imported. */
export const IMPORT_FORMATS = ['jsonl', 'csv', 'txt', 'wikidata'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** The form that a file's name means: `.json` is a Wikidata dump. */
export function formatOfName(file: string): ImportFormat | undefined {
  const name = file.toLowerCase().replace(/\.(?:gz|bz2)$/u, '');
  const endings: readonly (readonly [string, ImportFormat])[] = [
    ['.jsonl', 'jsonl'],
    ['.ndjson', 'jsonl'],
    ['.csv', 'csv'],
    ['.tsv', 'csv'],
    ['.txt', 'txt'],
    ['.json', 'wikidata'],
  ];
  return endings.find(([ending]) => name.endsWith(ending))?.[1];
}

/** A line of the file with its number, from 1. */
export type NumberedLine = EntryLine & { readonly line: number };

/**
 * Reads a file line by line, unpacked where its name ends in `.gz` or `.bz2`, at constant memory.
 *
 * @throws {CliFailure} `usage` for a file that cannot be read, or a header that cannot be used.
 */
export async function* readEntries(
  file: string,
  format: ImportFormat,
  filter: EntryFilter,
): AsyncGenerator<NumberedLine> {
  const read = format === 'csv' ? csvRows(file, filter) : lineReader(format, filter);
  let line = 0;
  try {
    for await (const text of readLines(file)) {
      line += 1;
      const found = read(line === 1 ? text.replace(/^\uFEFF/u, '') : text);
      if (found !== undefined) {
        yield { ...found, line };
      }
    }
  } catch (error) {
    if (error instanceof CliFailure) {
      throw error;
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new CliFailure('usage', `${file} cannot be read behind line ${line}: ${reason}`, { cause: error });
  }
}

type LineReader = (text: string) => EntryLine | undefined;

function lineReader(format: Exclude<ImportFormat, 'csv'>, filter: EntryFilter): LineReader {
  if (format === 'txt') {
    const names = csvReader('name', filter);
    return (text) => (text.trim() === '' ? undefined : names.read(`"${text.replaceAll('"', '""')}"`));
  }
  const read = format === 'jsonl' ? readJsonLine : readWikidataLine;
  return (text) => (text.trim() === '' ? undefined : read(text, filter));
}

/** Rows may go on over lines; the first one names the columns. */
function csvRows(file: string, filter: EntryFilter): LineReader {
  let reader: ReturnType<typeof csvReader> | undefined;
  let open = '';
  return (text) => {
    const row = open === '' ? text : `${open}\n${text}`;
    if (isOpenRow(row)) {
      open = row;
      return undefined;
    }
    open = '';
    if (row.trim() === '') {
      return undefined;
    }
    if (reader !== undefined) {
      return reader.read(row);
    }
    reader = csvReader(row, filter);
    if (reader.problem !== undefined) {
      throw new CliFailure('usage', `${file} line 1, ${reader.problem}`);
    }
    return undefined;
  };
}
