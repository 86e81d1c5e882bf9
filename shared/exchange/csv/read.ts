import { type Locale, languageOf, toLocale } from '../../document/locale.ts';
import { Origin, Review } from '../../document/rendition.ts';
import { PipelineError } from '../../errors/errors.ts';
import type { TranslationUnit } from '../../memory/translation-unit.ts';
import { alignCodes } from '../align-codes.ts';
import { readMarkup } from '../markup.ts';
import { MARKUPS, MAX_UNIT_LENGTH, type ReadUnitsOptions, type UnitEvent } from '../unit-event.ts';
import { COLUMN_NAMES, type Column, type ColumnName, readHeader } from './columns.ts';
import { type Delimiter, type Row, readRows } from './read-rows.ts';

/**
 * Reads a table of translations as it comes, at constant memory. Its first row names the columns:
 * `source` and `target` with their languages in `source-locale` and `locale` or in the options, or a
 * column per language, of which the first, or the wanted one, is the source. Columns without a meaning
 * become properties.
 *
 * @throws {PipelineError} `EXCHANGE_INVALID` where the header does not say what is what, or rows do not end.
 */
export async function* readCsv(
  chunks: AsyncIterable<string> | Iterable<string>,
  options: ReadUnitsOptions = {},
  delimiter?: Delimiter,
): AsyncGenerator<UnitEvent> {
  let columns: readonly Column[] | undefined;
  for await (const row of readRows(chunks, delimiter)) {
    if (columns === undefined) {
      columns = readHeader(row.cells);
      checkHeader(columns, row, options);
    } else {
      yield* readRow(row, columns, options);
    }
  }
}

function checkHeader(columns: readonly Column[], { line, cells }: Row, options: ReadUnitsOptions): void {
  const has = (name: ColumnName): boolean =>
    columns.some((column) => column.kind === 'known' && column.name === name);
  const languages = columns.filter(({ kind }) => kind === 'locale').length;
  const missing =
    has('source') || has('target')
      ? [
          ...(has('source') ? [] : ['a column "source"']),
          ...(has('target') ? [] : ['a column "target"']),
          ...(has('source-locale') || options.sourceLocale !== undefined
            ? []
            : ['a column "source-locale", or the source language said with the file']),
          ...(has('locale') || options.locale !== undefined
            ? []
            : ['a column "locale", or the target language said with the file']),
        ]
      : languages > 1
        ? []
        : [`columns "source" and "target", or one per language such as "en" and "es"`];
  if (missing.length > 0) {
    throw new PipelineError(
      'EXCHANGE_INVALID',
      `The header in line ${line} (${cells.slice(0, 8).join(', ').slice(0, 200)}) has not ${missing.join(' and ')}; columns that are known: ${COLUMN_NAMES.join(', ')}`,
      { details: { line, column: 1 } },
    );
  }
}

interface RowValues {
  readonly known: ReadonlyMap<ColumnName, string>;
  readonly texts: ReadonlyMap<Locale, string>;
  readonly properties: readonly (readonly [string, string])[];
}

function readRow(row: Row, columns: readonly Column[], options: ReadUnitsOptions): readonly UnitEvent[] {
  const { line, cells, problem } = row;
  if (problem !== undefined || cells.length > columns.length) {
    const detail = problem ?? `${cells.length} cells in a table of ${columns.length} columns`;
    return [{ kind: 'refused', line, reason: 'row-invalid', detail }];
  }
  if (cells.reduce((sum, cell) => sum + cell.length, 0) > MAX_UNIT_LENGTH) {
    return [{ kind: 'refused', line, reason: 'too-long' }];
  }
  const values = valuesOf(cells, columns);
  const name = values.known.get('key');
  return eventsOf(values, options).map((event) => ({
    ...event,
    line,
    ...(name === undefined ? {} : { name }),
  }));
}

function valuesOf(cells: readonly string[], columns: readonly Column[]): RowValues {
  const known = new Map<ColumnName, string>();
  const texts = new Map<Locale, string>();
  const properties: [string, string][] = [];
  for (const [at, column] of columns.entries()) {
    const cell = cells[at] ?? '';
    if (cell === '') {
      continue;
    }
    if (column.kind === 'known') {
      known.set(column.name, cell);
    } else if (column.kind === 'locale') {
      texts.set(column.locale, cell);
    } else {
      properties.push([column.name, cell]);
    }
  }
  return { known, texts, properties };
}

type RowEvent =
  | Omit<Extract<UnitEvent, { kind: 'unit' }>, 'line'>
  | Omit<Extract<UnitEvent, { kind: 'refused' }>, 'line'>;

function eventsOf(values: RowValues, options: ReadUnitsOptions): readonly RowEvent[] {
  const facts = factsOf(values, options);
  if (typeof facts === 'string') {
    return [{ kind: 'refused', reason: 'row-invalid', detail: facts }];
  }
  const { known, texts } = values;
  if (known.has('source') || known.has('target')) {
    const source = localeOf(known.get('source-locale'), options.sourceLocale, options);
    const target = localeOf(known.get('locale'), options.locale, options);
    if (source === undefined || target === undefined) {
      const detail = (source === undefined ? known.get('source-locale') : known.get('locale')) ?? '';
      return [{ kind: 'refused', reason: 'locale-unknown', detail }];
    }
    const pair = { source: known.get('source') ?? '', target: known.get('target') ?? '' };
    return [unitOf(pair, { ...facts, sourceLocale: source, locale: target })];
  }
  return unitsOfLanguages(texts, facts, options);
}

function unitsOfLanguages(
  texts: ReadonlyMap<Locale, string>,
  facts: RowFacts,
  options: ReadUnitsOptions,
): readonly RowEvent[] {
  const tags = [...texts.keys()];
  const { sourceLocale } = options;
  const from =
    sourceLocale === undefined
      ? tags[0]
      : (tags.find((tag) => tag === sourceLocale) ??
        tags.find((tag) => languageOf(tag) === languageOf(sourceLocale)));
  if (from === undefined) {
    return [{ kind: 'refused', reason: 'source-missing' }];
  }
  const others = tags.filter((tag) => tag !== from);
  if (others.length === 0) {
    return [{ kind: 'refused', reason: 'target-missing' }];
  }
  return others.map((tag): RowEvent => {
    const locale = localeOf(tag, undefined, options);
    const pair = { source: texts.get(from) ?? '', target: texts.get(tag) ?? '' };
    return locale === undefined
      ? { kind: 'refused', reason: 'locale-unknown', detail: tag }
      : unitOf(pair, { ...facts, sourceLocale: sourceLocale ?? from, locale });
  });
}

function localeOf(
  tag: string | undefined,
  fallback: Locale | undefined,
  { localeOf: take = toLocale }: ReadUnitsOptions,
): Locale | undefined {
  return tag === undefined ? fallback : take(tag);
}

interface RowFacts extends Omit<TranslationUnit, 'source' | 'target' | 'sourceLocale' | 'locale'> {
  readonly markup: (typeof MARKUPS)[number];
}

/** What a row says besides its texts, or what of it is no value of its column. */
function factsOf({ known, properties }: RowValues, options: ReadUnitsOptions): RowFacts | string {
  const markup = MARKUPS.find((each) => each === (known.get('markup') ?? options.markup ?? 'none'));
  const origin = Origin.safeParse(known.get('origin') ?? 'human').data;
  const review = Review.safeParse(known.get('review') ?? options.review ?? 'translated').data;
  const version = known.has('version') ? Number(known.get('version')) : undefined;
  if (markup === undefined || origin === undefined || review === undefined) {
    const expected = { markup: MARKUPS, origin: Origin.options, review: Review.options };
    const wrong = markup === undefined ? 'markup' : origin === undefined ? 'origin' : 'review';
    return `${wrong} "${known.get(wrong) ?? ''}"; expected one of ${expected[wrong].join(', ')}`;
  }
  if (version !== undefined && !Number.isSafeInteger(version)) {
    return `version "${known.get('version') ?? ''}"; expected a whole number`;
  }
  const more = readProperties(known.get('properties'));
  if (more === undefined) {
    return `properties "${(known.get('properties') ?? '').slice(0, 40)}"; expected JSON such as [["note","text"]]`;
  }
  const all = [...properties, ...more];
  const file = known.get('file') ?? options.file;
  return {
    markup,
    ...textMember('contextBefore', known.get('context-before')),
    ...textMember('contextAfter', known.get('context-after')),
    ...textMember('key', known.get('key')),
    ...(all.length === 0 ? {} : { properties: all.map(([name, value]) => [name, value] as const) }),
    provenance: {
      origin,
      review,
      ...textMember('changedAt', known.get('changed-at')),
      ...textMember('changedBy', known.get('changed-by')),
      ...textMember('articleId', known.get('article')),
      ...(version === undefined ? {} : { version }),
      ...textMember('file', file),
    },
  };
}

function textMember<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [Key in Name]?: string } {
  const member: { [Key in Name]?: string } = {};
  if (value !== undefined) {
    member[name] = value;
  }
  return member;
}

function readProperties(cell: string | undefined): readonly (readonly [string, string])[] | undefined {
  if (cell === undefined) {
    return [];
  }
  try {
    const value: unknown = JSON.parse(cell);
    return Array.isArray(value) && value.every(isProperty) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isProperty(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'string');
}

function unitOf(
  texts: { readonly source: string; readonly target: string },
  { markup, ...facts }: RowFacts & Pick<TranslationUnit, 'sourceLocale' | 'locale'>,
): RowEvent {
  if (texts.source.trim() === '' || texts.target.trim() === '') {
    return { kind: 'refused', reason: texts.source.trim() === '' ? 'source-empty' : 'target-empty' };
  }
  if (facts.sourceLocale === facts.locale) {
    return { kind: 'refused', reason: 'same-locale', detail: facts.locale };
  }
  const source = readMarkup(texts.source, markup);
  const target = readMarkup(texts.target, markup);
  const unit = { ...facts, ...alignCodes(source, target) };
  return { kind: 'unit', unit, dropped: [...source.dropped, ...target.dropped] };
}
