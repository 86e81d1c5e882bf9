import type { Measure } from '../entities/measure.ts';
import { runMeasures } from '../entities/run-measures.ts';
import { speed } from './speed.ts';

/** Every measure of speed, in the order in which it is printed. A new measure is a file and a line here. */
const MEASURES: readonly Measure[] = [speed];

/** `npm run bench -- render [--data DIR]`: how fast renditions are written. */
export async function benchRender(args: readonly string[]): Promise<void> {
  await runMeasures('render-speed', MEASURES, args);
}
