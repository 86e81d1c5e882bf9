import type { TranslationUnit } from '../../memory/translation-unit.ts';
import { writeMarkup } from '../markup.ts';
import type { ColumnName } from './columns.ts';
import { writeCell } from './write-cell.ts';

const COLUMNS = [
  'source-locale',
  'locale',
  'source',
  'target',
  'markup',
  'key',
  'context-before',
  'context-after',
  'origin',
  'review',
  'changed-at',
  'changed-by',
  'article',
  'version',
  'file',
  'properties',
] as const satisfies readonly ColumnName[];

/**
 * Writes units as a table, piece by piece, in their order; `readCsv` gives the same units back. It begins
 * with a byte order mark, by which spreadsheets know UTF-8. Texts with codes are written as HTML.
 */
export async function* writeCsv(
  units: AsyncIterable<TranslationUnit> | Iterable<TranslationUnit>,
  delimiter: ',' | '\t' = ',',
): AsyncGenerator<string> {
  yield `\uFEFF${COLUMNS.join(delimiter)}\r\n`;
  for await (const unit of units) {
    const cells = cellsOf(unit);
    yield `${COLUMNS.map((column) => writeCell(cells[column] ?? '', delimiter)).join(delimiter)}\r\n`;
  }
}

function cellsOf(unit: TranslationUnit): { readonly [Name in ColumnName]?: string | undefined } {
  const { provenance, properties } = unit;
  const hasCodes = unit.source.codes.length > 0 || unit.target.codes.length > 0;
  const markup = hasCodes ? 'html' : 'none';
  return {
    'source-locale': unit.sourceLocale,
    locale: unit.locale,
    source: writeMarkup(unit.source, markup),
    target: writeMarkup(unit.target, markup),
    markup,
    key: unit.key,
    'context-before': unit.contextBefore,
    'context-after': unit.contextAfter,
    origin: provenance.origin,
    review: provenance.review,
    'changed-at': provenance.changedAt,
    'changed-by': provenance.changedBy,
    article: provenance.articleId,
    version: provenance.version?.toString(),
    file: provenance.file,
    properties: properties === undefined ? undefined : JSON.stringify(properties),
  };
}
