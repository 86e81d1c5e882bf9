import { type Locale, languageOf, toLocale } from '../../document/locale.ts';
import { PipelineError } from '../../errors/errors.ts';
import type { Term } from '../../memory/terms/term.ts';
import { type Concept, statusOf, type TermEvent, type TermIdOf, termEvent, termsOf } from '../term-event.ts';
import { type Column, readHeader } from './columns.ts';
import { type Row, readRows } from './read-rows.ts';

export interface ReadTermsOptions {
  /** Source language of a table that has a column a language, or no column for it. */
  readonly sourceLocale?: Locale | undefined;
  readonly locale?: Locale | undefined;
  readonly idOf: TermIdOf;
}

/**
 * Reads a table of terms: `source` and `target` (with `source-locale`, `locale`), or a column a language,
 * of which the first or the wanted one is the source; besides `status`, `subject`, `part-of-speech`, `note`.
 * Cells part several terms by `|`.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID` where the header does not say what is what.
 */
export async function* readCsvTerms(
  chunks: AsyncIterable<string> | Iterable<string>,
  options: ReadTermsOptions,
): AsyncGenerator<TermEvent> {
  let columns: readonly Column[] | undefined;
  for await (const row of readRows(chunks)) {
    if (columns === undefined) {
      columns = readHeader(row.cells);
      checkHeader(columns, row, options);
    } else {
      yield* readRow(row, columns, options);
    }
  }
}

function checkHeader(
  columns: readonly Column[],
  { line, cells }: Row,
  { sourceLocale }: ReadTermsOptions,
): void {
  const isSource = (column: Column): boolean =>
    nameOf(column) === 'source' ||
    (column.kind === 'locale' &&
      (sourceLocale === undefined || languageOf(column.locale) === languageOf(sourceLocale)));
  if (!columns.some((column) => isSource(column))) {
    throw new PipelineError(
      'EXCHANGE_INVALID',
      `The header in line ${line} (${cells.slice(0, 8).join(', ').slice(0, 200)}) has not "source" and "target", or a column a language such as "${sourceLocale ?? 'en'}"`,
      { details: { line, column: 1 } },
    );
  }
}

type Facts = Pick<Term, 'status' | 'subject' | 'note' | 'partOfSpeech'>;

interface TermRow {
  readonly line: number;
  readonly name: string;
  readonly facts: Facts;
  readonly cellOf: (column: string) => string;
}

function readRow(row: Row, columns: readonly Column[], options: ReadTermsOptions): readonly TermEvent[] {
  const { line, cells } = row;
  const cellOf = (wanted: string): string =>
    cells[columns.findIndex((column) => nameOf(column) === wanted)]?.normalize('NFC').trim() ?? '';
  const stated = cellOf('status');
  const status = stated === '' ? 'preferred' : statusOf(stated);
  const name = cellOf('source') || (cells[0] ?? '');
  if (row.problem !== undefined || status === undefined) {
    const expected = 'expected preferred, admitted, forbidden or do-not-translate';
    return [
      {
        kind: 'refused',
        line,
        name,
        reason: 'row-invalid',
        detail: row.problem ?? `status "${stated}"; ${expected}`,
      },
    ];
  }
  const facts = {
    status,
    ...member('subject', cellOf('subject')),
    ...member('partOfSpeech', cellOf('part-of-speech')),
    ...member('note', cellOf('note')),
  };
  return columns.some((column) => nameOf(column) === 'source')
    ? pairEvents({ line, name, facts, cellOf }, options)
    : languageEvents({ line, name, facts, cellOf }, cells, columns, options);
}

function languageEvents(
  { line, name, facts }: TermRow,
  cells: readonly string[],
  columns: readonly Column[],
  { sourceLocale, idOf }: ReadTermsOptions,
): readonly TermEvent[] {
  const texts = columns.flatMap((column, at) =>
    column.kind === 'locale'
      ? formsOf(cells[at] ?? '').map((text) => ({ language: column.locale, text }))
      : [],
  );
  const [first] = columns.flatMap((column) => (column.kind === 'locale' ? [column.locale] : []));
  const concept: Concept = { line, name, terms: texts.map((text) => ({ ...text, ...facts })), ...facts };
  const source = sourceLocale ?? first;
  return source === undefined ? [] : termsOf(concept, source, idOf);
}

function pairEvents({ line, name, facts, cellOf }: TermRow, options: ReadTermsOptions): readonly TermEvent[] {
  const [from, to] = [cellOf('source-locale'), cellOf('locale')];
  const sourceLocale = from === '' ? options.sourceLocale : toLocale(from);
  const locale = to === '' ? options.locale : toLocale(to);
  if (sourceLocale === undefined || locale === undefined) {
    const detail = (sourceLocale === undefined ? from : to) || 'none stated';
    return [{ kind: 'refused', line, name, reason: 'locale-unknown', detail }];
  }
  const isKept = facts.status === 'do-not-translate';
  const sources = formsOf(cellOf('source'));
  const targets = formsOf(cellOf('target'));
  if (sources.length === 0 || (targets.length === 0 && !isKept)) {
    return [{ kind: 'refused', line, name, reason: sources.length === 0 ? 'source-empty' : 'target-empty' }];
  }
  return sources.flatMap((source) =>
    (isKept ? [source] : targets).map((target) =>
      termEvent({ sourceLocale, locale, source, target, ...facts }, { line, name, idOf: options.idOf }),
    ),
  );
}

function nameOf(column: Column): string {
  return column.kind === 'locale' ? '' : column.name.toLowerCase().replaceAll(/[\s_]+/gu, '-');
}

function member<Name extends string>(name: Name, value: string): { readonly [Key in Name]?: string } {
  const made: { [Key in Name]?: string } = {};
  if (value !== '') {
    made[name] = value;
  }
  return made;
}

function formsOf(cell: string): readonly string[] {
  return cell
    .split('|')
    .map((form) => form.normalize('NFC').trim())
    .filter((form) => form !== '');
}
