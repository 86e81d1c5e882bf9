import { chooseMeasures } from '../choose-measures.ts';
import { dataFolder } from '../data-folder.ts';
import { publish, type Row, reportOf } from '../report.ts';
import type { Measure } from './measure.ts';

/** Runs the measures that `--only NAME,NAME` names, else all, and publishes their rows under `area`. */
export async function runMeasures(
  area: string,
  measures: readonly Measure[],
  args: readonly string[],
): Promise<void> {
  const chosen = chooseMeasures(measures, args);
  const data = dataFolder(args);
  const rows: Row[] = [];
  for (const measure of chosen) {
    const missing = measure.needs.filter((file) => !data.has(file));
    if (missing.length > 0) {
      console.log(`${measure.name}: skipped, ${data.path} has no ${missing.join(', ')}`);
      continue;
    }
    rows.push(...(await measure.run(data)));
  }
  await publish(
    reportOf(
      area,
      chosen.length === measures.length ? 'every measure' : chosen.map(({ name }) => name).join(', '),
      rows,
    ),
  );
}
