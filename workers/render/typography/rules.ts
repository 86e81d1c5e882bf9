import type { TypographyRule } from './rule.ts';
import { dashes, dialogueDashes, ranges } from './rules/dashes.ts';
import { fullWidth } from './rules/full-width.ts';
import { digits, numberMarks, ordinals } from './rules/numbers.ts';
import { quotationMarks } from './rules/quotation-marks.ts';
import { ellipses, scriptMarks, titleMarks } from './rules/scripts.ts';
import {
  boundWords,
  currencySpaces,
  numberSpaces,
  percentSpaces,
  spacesBeforeMarks,
} from './rules/spaces.ts';

/** Every rule, in the order in which they act: each sees what those before have left. */
export const TYPOGRAPHY_RULES: readonly TypographyRule[] = [
  ellipses,
  titleMarks,
  quotationMarks,
  fullWidth,
  scriptMarks,
  dialogueDashes,
  dashes,
  ranges,
  numberMarks,
  spacesBeforeMarks,
  percentSpaces,
  currencySpaces,
  numberSpaces,
  boundWords,
  ordinals,
  digits,
];
