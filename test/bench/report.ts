import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../../config/project-root.ts';

/** One measured figure beside what it is compared with. */
export interface Row {
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  /** Number of measurements behind the value; medians unless the measure says otherwise. */
  readonly samples: number;
  readonly baseline?: { readonly name: string; readonly value: number };
  /** What it should reach, in words, and whether it does. */
  readonly goal?: string;
  readonly ok?: boolean;
}

export interface Report {
  readonly area: string;
  readonly node: string;
  readonly cpu: string;
  readonly startedAt: string;
  /** What went in, with its size. */
  readonly input: string;
  readonly rows: readonly Row[];
}

/** A report of this machine, with the rows still to come. */
export function reportOf(area: string, input: string, rows: readonly Row[]): Report {
  const processors = cpus();
  return {
    area,
    node: process.version,
    cpu: `${processors.length} x ${processors[0]?.model ?? 'unknown'}`,
    startedAt: new Date().toISOString(),
    input,
    rows,
  };
}

/** Prints a report as a table and writes it to `.polywire/results/<area>.json`. */
export async function publish(report: Report): Promise<void> {
  const file = join(PROJECT_ROOT, '.polywire', 'results', `${report.area}.json`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, undefined, 2)}\n`);
  console.log(`${report.area}: ${report.input}`);
  console.log(`${report.cpu}, Node ${report.node}\n`);
  const table = [
    ['measure', 'value', 'baseline', 'goal', ''],
    ...report.rows.map((row) => [
      row.measure,
      `${format(row.value)} ${row.unit}`,
      row.baseline === undefined ? '' : `${row.baseline.name} ${format(row.baseline.value)}`,
      row.goal ?? '',
      row.ok === undefined ? '' : row.ok ? 'reached' : 'missed',
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...table.map((cells) => cells[column]?.length ?? 0)),
  );
  for (const cells of table) {
    console.log(
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
  console.log(`\nwritten to ${file.slice(PROJECT_ROOT.length + 1)}`);
}

/** The middle of the values. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value below which `p` percent of the values lie; nearest rank. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil((p / 100) * sorted.length) - 1));
  return sorted[rank] ?? Number.NaN;
}

function format(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
