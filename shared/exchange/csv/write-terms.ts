import type { Term } from '../../memory/terms/term.ts';
import { writeCell } from './write-cell.ts';

const COLUMNS = [
  'source-locale',
  'locale',
  'source',
  'target',
  'status',
  'subject',
  'part-of-speech',
  'note',
] as const;

/** Writes terms as a table that `readCsvTerms` reads, with a byte order mark for spreadsheets. */
export function writeCsvTerms(terms: readonly Term[]): string {
  const rows = terms.map(({ sourceLocale, locale, source, target, status, subject, partOfSpeech, note }) =>
    [sourceLocale, locale, source, target, status, subject, partOfSpeech, note]
      .map((cell) => writeCell(cell ?? '', ','))
      .join(','),
  );
  return `\uFEFF${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}
