import { dates } from './dates.ts';
import { links } from './links.ts';
import { localNames } from './local-names.ts';
import type { Measure } from './measure.ts';
import { names } from './names.ts';
import { runMeasures } from './run-measures.ts';
import { seed } from './seed.ts';
import { seedlike } from './seedlike.ts';
import { surnames } from './surnames.ts';

/** Every measure, in the order in which it is printed. A new measure is a file and a line here. */
const MEASURES: readonly Measure[] = [dates, links, localNames, names, seed, seedlike, surnames];

/**
 * `npm run eval -- entities [--data DIR] [--only NAME,NAME]`: how well names and values are found. The
 * data folder has the layout that each measure's file describes.
 */
export async function evalEntities(args: readonly string[]): Promise<void> {
  await runMeasures('entities', MEASURES, args);
}
