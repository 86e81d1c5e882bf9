import { PipelineError } from '../../errors/errors.ts';
import { emitted } from '../xml.ts';

/** A row of a table. */
export interface Row {
  /** Line, from 1, where the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
  /** What is wrong with the row's quotes; its cells are not complete then. */
  readonly problem?: string;
}

const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Characters that one row may have. */
const MAX_ROW_LENGTH = 4 * 1024 * 1024;
/** Characters in which the delimiter is looked for. */
const MAX_HEAD = 256 * 1024;
/** Cells that one row may have. */
const MAX_CELLS = 10_000;

/**
 * Reads the rows of a delimited table (RFC 4180) as it comes, at constant memory: cells in quotes hold
 * delimiters, line breaks and doubled quotes. The delimiter is the one that the first row has most of
 * outside quotes, unless it is given. Blank lines are no rows.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID`, with line and column, where a row does not end: a quote that
 *   is never closed, or no table at all.
 */
export async function* readRows(
  chunks: AsyncIterable<string> | Iterable<string>,
  delimiter?: Delimiter,
): AsyncGenerator<Row> {
  const rows: Row[] = [];
  const tableOf = (each: Delimiter): Table => createTable(each, (row) => rows.push(row));
  let head = '';
  let table = delimiter === undefined ? undefined : tableOf(delimiter);
  for await (const chunk of chunks) {
    head += chunk;
    if (table === undefined && !hasWholeRow(head) && head.length < MAX_HEAD) {
      continue;
    }
    const piece = head;
    const { write } = (table ??= tableOf(delimiterOf(piece)));
    yield* emitted(rows, () => write(piece));
    head = '';
  }
  const last = table ?? tableOf(delimiterOf(head));
  yield* emitted(rows, () => {
    last.write(head);
    last.end();
  });
}

function hasWholeRow(text: string): boolean {
  return /[\r\n]/u.test(outsideQuotes(text).trimStart());
}

function delimiterOf(text: string): Delimiter {
  const [first = ''] = outsideQuotes(text)
    .trimStart()
    .split(/[\r\n]/u, 1);
  const counts = DELIMITERS.map((each) => first.split(each).length - 1);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function outsideQuotes(text: string): string {
  return text.replaceAll(/"(?:[^"]|"")*(?:"|$)/gu, '""');
}

interface Table {
  readonly write: (text: string) => void;
  readonly end: () => void;
}

interface TableState {
  /** Where the next character stands. */
  line: number;
  column: number;
  /** Where the row begins. */
  rowLine: number;
  rowLength: number;
  cells: string[];
  cell: string;
  /** Inside quotes; after a quote that may end them; before a cell's first character. */
  place: 'start' | 'plain' | 'quoted' | 'quote';
  quoteAt: { readonly line: number; readonly column: number };
  problem: string | undefined;
  /** The last character was CR: an LF belongs to it. */
  wasReturn: boolean;
}

function createTable(delimiter: Delimiter, emit: (row: Row) => void): Table {
  const state: TableState = {
    line: 1,
    column: 1,
    rowLine: 1,
    rowLength: 0,
    cells: [],
    cell: '',
    place: 'start',
    quoteAt: { line: 1, column: 1 },
    problem: undefined,
    wasReturn: false,
  };
  const endRow = (): void => {
    state.cells.push(state.cell);
    if (state.cells.length > 1 || state.cell.trim() !== '' || state.problem !== undefined) {
      const { rowLine: line, cells, problem } = state;
      emit(problem === undefined ? { line, cells } : { line, cells, problem });
    }
    Object.assign(state, { cells: [], cell: '', place: 'start', problem: undefined, rowLength: 0 });
  };
  return {
    write(text) {
      for (const char of text) {
        readCharacter(state, char, { delimiter, endRow });
      }
    },
    end() {
      if (state.place === 'quoted') {
        const { line, column } = state.quoteAt;
        fail(`The quote in line ${line}, column ${column} is never closed`, line, column);
      }
      endRow();
    },
  };
}

function readCharacter(
  state: TableState,
  char: string,
  { delimiter, endRow }: { readonly delimiter: Delimiter; readonly endRow: () => void },
): void {
  const isBreak = char === '\n' || char === '\r';
  const isSecondHalf = char === '\n' && state.wasReturn;
  state.wasReturn = char === '\r';
  if (state.place === 'quoted' || (state.place === 'quote' && char === '"')) {
    readQuoted(state, char);
  } else if (isBreak) {
    if (!isSecondHalf) {
      endRow();
    }
  } else if (char === delimiter) {
    state.cells.push(state.cell);
    state.cell = '';
    state.place = 'start';
  } else if (char === '"' && state.place === 'start') {
    state.place = 'quoted';
    state.quoteAt = { line: state.line, column: state.column };
  } else if (state.place === 'quote') {
    state.problem ??= `"${char}" after a closing quote in line ${state.line}, column ${state.column}`;
  } else {
    state.cell += char;
    state.place = 'plain';
  }
  move(state, isBreak, isSecondHalf);
}

function readQuoted(state: TableState, char: string): void {
  if (state.place === 'quote') {
    state.cell += '"';
    state.place = 'quoted';
  } else if (char === '"') {
    state.place = 'quote';
  } else {
    state.cell += char;
  }
}

function move(state: TableState, isBreak: boolean, isSecondHalf: boolean): void {
  if (isBreak) {
    state.line += isSecondHalf ? 0 : 1;
    state.column = 1;
  } else {
    state.column += 1;
  }
  if (state.rowLength === 0) {
    state.rowLine = state.line;
  }
  state.rowLength += isBreak && state.cells.length === 0 && state.cell === '' ? 0 : 1;
  if (state.rowLength > MAX_ROW_LENGTH || state.cells.length > MAX_CELLS) {
    const limit = state.cells.length > MAX_CELLS ? `${MAX_CELLS} cells` : `${MAX_ROW_LENGTH} characters`;
    const { line, column } = state;
    const cause = state.place === 'quoted' ? `: is the quote in line ${state.quoteAt.line} closed?` : '';
    fail(
      `The row that begins in line ${state.rowLine} has more than ${limit} at line ${line}, column ${column}${cause}`,
      line,
      column,
    );
  }
}

function fail(problem: string, line: number, column: number): never {
  throw new PipelineError('EXCHANGE_INVALID', `The table is not valid: ${problem}`, {
    details: { line, column },
  });
}
