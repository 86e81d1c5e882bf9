import { listedTypes } from '../../../shared/document/entity-type.ts';
import { GazetteerEntry, localEntryId, NamePolicy } from '../../../shared/document/gazetteer-entry.ts';
import {
  type EntryFilter,
  type EntryLine,
  filtered,
  localeOfTag,
  refusal,
  typeOfWord,
} from './entry-line.ts';

/** Columns that are not locales. `name` is the English form, `aliases` more of them. */
const COLUMNS: ReadonlySet<string> = new Set([
  'id',
  'type',
  'subtype',
  'name',
  'aliases',
  'short',
  'policy',
  'exact',
]);
/** Parts the forms in a cell: the first is rendered, the others are recognized. */
const BETWEEN_FORMS = '|';

/** Reads rows below a header; the first row names the columns. */
export interface CsvReader {
  /** What is wrong with the header; undefined where it can be used. */
  readonly problem: string | undefined;
  readonly read: (row: string) => EntryLine;
}

/**
 * Makes a reader for a file whose header is `header`: `name` or `en`, and any of `id`, `type`,
 * `aliases`, `short`, `policy`, `exact` and locales such as `es`. Cells part several forms by `|`.
 */
export function csvReader(header: string, filter: EntryFilter): CsvReader {
  const separator = header.includes('\t') ? '\t' : header.includes(';') && !header.includes(',') ? ';' : ',';
  const columns = cellsOf(header.replace(/^\uFEFF/u, ''), separator).map((cell) => columnOf(cell.trim()));
  const unknown = columns.findIndex((column) => column === undefined);
  const problem =
    unknown !== -1
      ? `column ${unknown + 1} "${cellsOf(header, separator)[unknown] ?? ''}": expected one of ${[...COLUMNS].join(', ')} or a locale such as es`
      : columns.includes('name') || columns.includes('en')
        ? undefined
        : `"${header.slice(0, 60)}": expected a header with a column "name" or "en"`;
  return { problem, read: (row) => readRow(cellsOf(row, separator), columns, filter) };
}

function columnOf(cell: string): string | undefined {
  const lower = cell.toLowerCase();
  return COLUMNS.has(lower) ? lower : cell === '' ? undefined : localeOfTag(cell);
}

function readRow(
  cells: readonly string[],
  columns: readonly (string | undefined)[],
  filter: EntryFilter,
): EntryLine {
  if (cells.length !== columns.length) {
    return refusal(cells.join(','), `${columns.length} cells as in the header, not ${cells.length}`);
  }
  const row = new Map(columns.map((column, at) => [column, cells[at]?.normalize('NFC').trim() ?? '']));
  const names: Record<string, string[]> = {};
  for (const [column, cell] of row) {
    if (column !== undefined && !COLUMNS.has(column) && cell !== '') {
      names[column] = formsOf(cell);
    }
  }
  const english = [
    ...formsOf(row.get('name') ?? ''),
    ...(names['en'] ?? []),
    ...formsOf(row.get('aliases') ?? ''),
  ];
  const [first] = english;
  if (first === undefined) {
    return refusal(cells.join(','), 'a name');
  }
  names['en'] = [...new Set(english)];
  const word = row.get('type') ?? '';
  const type = word === '' && filter.list !== 'gazetteer' ? (['PRODUCT'] as const) : typeOfWord(word);
  if (type === undefined) {
    return refusal(word, `a type: ${listedTypes([])}, or one of your own such as X-LAW`);
  }
  const policy = row.get('policy') ?? '';
  if (policy !== '' && !NamePolicy.safeParse(policy).success) {
    return refusal(policy, `a policy: ${NamePolicy.options.join(', ')}`);
  }
  const id = row.get('id') ?? '';
  const subtype = row.get('subtype') || type[1];
  const short = formsOf(row.get('short') ?? '');
  const entry = GazetteerEntry.safeParse({
    id: id === '' ? localEntryId(type[0], first) : id,
    type: type[0],
    names,
    ...(subtype === undefined ? {} : { subtype }),
    ...(short.length === 0 ? {} : { short }),
    ...(policy === '' ? {} : { policy }),
    ...(/^(?:1|true|yes|x)$/iu.test(row.get('exact') ?? '') ? { exact: true } : {}),
  });
  return entry.success
    ? filtered(entry.data, filter)
    : refusal(id, 'an id such as Q90 or local:org:acme, or none');
}

function formsOf(cell: string): string[] {
  return cell
    .split(BETWEEN_FORMS)
    .map((form) => form.trim())
    .filter((form) => form !== '');
}

/** The cells of a row (RFC 4180): a cell in quotes may hold separators, line breaks and doubled quotes. */
function cellsOf(row: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < row.length; at += 1) {
    const char = row.charAt(at);
    if (quoted && char === '"' && row.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted;
      cell = quoted ? '' : cell;
    } else if (char === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else {
      cell += char;
    }
  }
  return [...cells, cell];
}

/** Tells whether a row goes on in the next line: a quote is still open. */
export function isOpenRow(row: string): boolean {
  return (row.match(/"/gu)?.length ?? 0) % 2 === 1;
}
