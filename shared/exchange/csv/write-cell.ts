/** A cell as RFC 4180 has it: in quotes where it holds a quote, a delimiter or a line break. */
export function writeCell(cell: string, delimiter: string): string {
  return /["\r\n]/u.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
