import { load } from './load.ts';
import { matcher } from './matcher.ts';
import type { Measure } from './measure.ts';
import { runMeasures } from './run-measures.ts';
import { stage } from './stage.ts';

/** Every measure of speed, in the order in which it is printed. A new measure is a file and a line here. */
const MEASURES: readonly Measure[] = [load, matcher, stage];

/** `npm run bench -- entities [--only NAME,NAME]`: how fast tagging and its parts are. */
export async function benchEntities(args: readonly string[]): Promise<void> {
  await runMeasures('entities-speed', MEASURES, args);
}
