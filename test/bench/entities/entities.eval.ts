import { dataFolder } from '../data-folder.ts';
import { publish, type Row, reportOf } from '../report.ts';
import type { Measure } from './measure.ts';
import { names } from './names.ts';

/** Every measure, in the order in which it is printed. A new measure is a file and a line here. */
const MEASURES: readonly Measure[] = [names];

/**
 * `npm run eval -- entities [--data DIR] [--only NAME,NAME]`: how well names and values are found. The
 * data folder has the layout that each measure's file describes.
 */
export async function evalEntities(args: readonly string[]): Promise<void> {
  const data = dataFolder(args);
  const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '').split(',') : undefined;
  const rows: Row[] = [];
  for (const measure of MEASURES.filter(({ name }) => only === undefined || only.includes(name))) {
    const missing = measure.needs.filter((file) => !data.has(file));
    if (missing.length > 0) {
      console.log(`${measure.name}: skipped, ${data.path} has no ${missing.join(', ')}`);
      continue;
    }
    rows.push(...(await measure.run(data)));
  }
  await publish(reportOf('entities', only === undefined ? 'every measure' : only.join(', '), rows));
}
