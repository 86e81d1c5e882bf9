import { dataFolder } from '../data-folder.ts';
import { publish, type Row, reportOf } from '../report.ts';
import { casingMeasure } from './casing.ts';
import { charset } from './charset.ts';
import { extraction } from './extraction.ts';
import { hostile } from './hostile.ts';
import { identity } from './identity.ts';
import { keptWords } from './kept-words.ts';
import { language } from './language.ts';
import type { Measure } from './measure.ts';
import { metadata } from './metadata.ts';
import { scrapes } from './scrapes.ts';
import { segmentation } from './segmentation.ts';
import { speed } from './speed.ts';

/** Every measure, in the order in which it is printed. A new measure is a file and a line here. */
const MEASURES: readonly Measure[] = [
  extraction,
  metadata,
  casingMeasure,
  charset,
  hostile,
  scrapes,
  keptWords,
  language,
  identity,
  segmentation,
  speed,
];

/**
 * `npm run eval -- normalize [--data DIR] [--only NAME,NAME]`: how well articles are cleaned. The data
 * folder has the layout that each measure's file describes.
 */
export async function evalNormalize(args: readonly string[]): Promise<void> {
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
  await publish(reportOf('normalize', only === undefined ? 'every measure' : only.join(', '), rows));
}
