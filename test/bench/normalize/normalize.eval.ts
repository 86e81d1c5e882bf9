import { runMeasures } from '../entities/run-measures.ts';
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
  await runMeasures('normalize', MEASURES, args);
}
