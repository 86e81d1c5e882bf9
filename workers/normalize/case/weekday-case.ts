import type { CaseRule } from './case-rule.ts';
import { findPhrases } from './phrase-case.ts';

/** "on monday" -> "on Monday" */
export const weekdayCase: CaseRule = {
  name: 'weekday-case',
  description: 'Capitalizes days of the week',
  find: (view) => findPhrases(view, 'weekday', 0.97),
};
