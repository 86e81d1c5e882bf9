/** One column: its heading, and whether its cells end at the right edge, as numbers do. */
export interface Column {
  readonly title: string;
  readonly align?: 'right';
}

/** Lines of a table; columns are as wide as their widest cell and stand two spaces apart. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...rows.map((row) => widthOf(row[index] ?? ''))),
  );
  const lineOf = (cells: readonly string[]): string =>
    columns
      .map(({ align }, index) => {
        const cell = cells[index] ?? '';
        const filling = ' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(cell)));
        return align === 'right' ? filling + cell : cell + filling;
      })
      .join('  ')
      .trimEnd();
  return [lineOf(columns.map(({ title }) => title)), ...rows.map(lineOf)];
}

const WIDE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\u3000-\u303F\uFF01-\uFF60]/gu;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/gu;

/** Columns that a terminal gives a text: letters of East Asia take two, marks above others none. */
function widthOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0) - (text.match(NO_WIDTH)?.length ?? 0);
}
