import type { Measure } from '../entities/measure.ts';
import { runMeasures } from '../entities/run-measures.ts';
import { checks } from './checks/checks.ts';
import { survival } from './survival.ts';
import { typography } from './typography.ts';
import { values } from './values.ts';
import { xss } from './xss/xss.ts';

/** Every measure, in the order in which it is printed. A new measure is a file and a line here. */
const MEASURES: readonly Measure[] = [typography, values, survival, xss, checks];

/** `npm run eval -- render [--data DIR] [--only NAME,NAME]`: how well renditions are written. */
export async function evalRender(args: readonly string[]): Promise<void> {
  await runMeasures('render', MEASURES, args);
}
